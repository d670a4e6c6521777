package cloud.laurel.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.input.Attachment.Type;
import cloud.laurel.input.FileRefused.Why;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a picture that somebody sends, and which are not taken. */
class PictureRuleTest {

  private static CleanPicture clean(byte[] content) {
    return new Upload("照片.jpg", content).picture();
  }

  private static void refused(Why why, byte[] content) {
    assertThatThrownBy(() -> clean(content))
        .isInstanceOfSatisfying(FileRefused.class, e -> assertThat(e.why()).isEqualTo(why));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static BufferedImage read(byte[] bytes) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  @Test
  void nothingOfAPhotographIsLeftButItsPixels() {
    byte[] sent = TestPictures.jpeg(TestPictures.halves(600, 400), 1);
    assertThat(text(sent)).contains("Exif", TestPictures.PLACE, TestPictures.COMMENT, "<script>");
    CleanPicture clean = clean(sent);
    assertThat(clean.type()).isEqualTo(Type.JPEG);
    for (byte[] out : new byte[][] {clean.content(), clean.thumbnail()}) {
      assertThat(text(out))
          .doesNotContain("Exif", TestPictures.PLACE, TestPictures.COMMENT, "<script>");
      assertThat(Arrays.copyOfRange(out, out.length - 2, out.length)).containsExactly(0xff, 0xd9);
    }
  }

  /** The red half of the picture is on its left as it is stored. */
  @ParameterizedTest
  @CsvSource({
    "1, 60, 40, 5, 20", "2, 60, 40, 55, 20", "3, 60, 40, 55, 20", "4, 60, 40, 5, 20",
    "5, 40, 60, 20, 5", "6, 40, 60, 20, 5", "7, 40, 60, 20, 55", "8, 40, 60, 20, 55"
  })
  void aPictureStandsUpright(int orientation, int width, int height, int redX, int redY)
      throws IOException {
    CleanPicture clean = clean(TestPictures.jpeg(TestPictures.halves(60, 40), orientation));
    assertThat(new int[] {clean.width(), clean.height()}).containsExactly(width, height);
    BufferedImage out = read(clean.content());
    Color red = new Color(out.getRGB(redX, redY));
    Color blue = new Color(out.getRGB(width - 1 - redX, height - 1 - redY));
    assertThat(red.getRed()).isGreaterThan(180);
    assertThat(blue.getBlue()).isGreaterThan(180);
  }

  @Test
  void largePicturesAreMadeSmaller() throws IOException {
    CleanPicture clean = clean(TestPictures.jpeg(TestPictures.halves(4500, 1500), 6));
    assertThat(new int[] {clean.width(), clean.height()}).containsExactly(667, 2000);
    BufferedImage small = read(clean.thumbnail());
    assertThat(small.getHeight()).isEqualTo(CleanPicture.THUMBNAIL_SIDE);
    assertThat(small.getWidth()).isEqualTo(160);
  }

  @Test
  void drawingsStayPngAndPhotographsBecomeJpeg() throws IOException {
    BufferedImage clear = new BufferedImage(300, 200, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(10, 10, 0xff1d5aa8);
    CleanPicture drawing = clean(TestPictures.png(clear, "tEXt", "Author\0somebody"));
    assertThat(drawing.type()).isEqualTo(Type.PNG);
    assertThat(text(drawing.content())).doesNotContain("tEXt", "somebody");
    assertThat(read(drawing.content()).getRGB(0, 0) >>> 24).isZero();
    BufferedImage noise = new BufferedImage(700, 700, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int i = 0; i < 700 * 700; i++) {
      noise.setRGB(i % 700, i / 700, random.nextInt(0x1000000));
    }
    assertThat(clean(TestPictures.png(noise, "tEXt", "x\0y")).type()).isEqualTo(Type.JPEG);
  }

  @Test
  void aBombIsRefusedBeforeItIsUnpacked() {
    refused(Why.TOO_MANY_PIXELS, TestPictures.pngHead(50_000, 50_000));
    refused(Why.TOO_MANY_PIXELS, TestPictures.pngHead(Integer.MAX_VALUE, Integer.MAX_VALUE));
    refused(Why.TOO_MANY_PIXELS, TestPictures.pngHead(8001, 5000));
    refused(Why.UNREADABLE, TestPictures.pngHead(8000, 5000));
  }

  @Test
  void textThatWouldUnpackToVeryMuchIsNotRead() {
    byte[] sent = TestPictures.png(TestPictures.halves(60, 40), "zTXt", "a\0\0not packed at all");
    assertThat(clean(sent).type()).isEqualTo(Type.PNG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "just words",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        "GIF89a<script>alert(1)</script>",
        "<html><body>\u00ff\u00d8\u00ff\u00e0</body></html>",
        "%PDF-1.4\n%%EOF\n"
      })
  void aNameDoesNotMakeAPicture(String content) {
    refused(Why.TYPE, TestFiles.ascii(content));
  }

  @Test
  void sizesAreHeldExactly() {
    byte[] picture = TestPictures.jpeg(TestPictures.halves(60, 40), 1);
    assertThat(clean(Arrays.copyOf(picture, Upload.MAX_BYTES)).width()).isEqualTo(60);
    refused(Why.TOO_LARGE, Arrays.copyOf(picture, Upload.MAX_BYTES + 1));
    refused(Why.EMPTY, new byte[0]);
  }

  @Test
  void damagedPicturesAreRefusedWhateverIsWrong() {
    byte[] picture = TestPictures.jpeg(TestPictures.halves(60, 40), 6);
    Random random = new Random(11);
    for (int i = 0; i < 400; i++) {
      byte[] damaged = picture.clone();
      for (int j = 0; j < 5; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(clean(damaged).width()).isPositive();
      } catch (FileRefused e) {
        assertThat(e.why()).isIn(Why.TYPE, Why.UNREADABLE, Why.TOO_MANY_PIXELS);
      }
    }
  }
}
