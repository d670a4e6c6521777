package cloud.laurel.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.engine.TestClock;
import cloud.laurel.input.FileRefused;
import cloud.laurel.input.Upload;
import cloud.laurel.store.Database;
import cloud.laurel.store.TestDatabase;
import cloud.laurel.template.SealRefused.Why;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of seals: what is taken, and who may let it be used. */
class SealServiceTest {

  private static SealService service(TestDatabase kind) {
    Database database = kind.fresh();
    database.migrate();
    return new SealService(database, new TestClock("2021-07-12T00:00:00Z"));
  }

  /** A ring; on transparent ground unless another colour is given. */
  private static byte[] ring(int width, int height, Color ground, String format) {
    int type = ground.getAlpha() == 255 ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
    BufferedImage picture = new BufferedImage(width, height, type);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(ground);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.RED);
    graphics.setStroke(new BasicStroke(24));
    graphics.drawOval(20, 20, width - 40, height - 40);
    graphics.dispose();
    return written(picture, format);
  }

  private static byte[] written(BufferedImage picture, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static final Color NONE = new Color(0, 0, 0, 0);

  private static Upload upload(byte[] content) {
    return new Upload("公章.png", content);
  }

  @ParameterizedTest
  @EnumSource
  void aSecondOfficerReleasesWhatTheFirstUploads(TestDatabase kind) throws IOException {
    SealService service = service(kind);
    long id = service.upload(upload(ring(1200, 1200, NONE, "png")), 42, "first");

    assertThat(service.current()).isEmpty();
    assertThatThrownBy(() -> service.release(id, "first")).hasMessage("SAME_OFFICER");
    service.release(id, "second");
    assertThatThrownBy(() -> service.release(id, "third")).hasMessage("OTHER_STATE");
    assertThat(service.current().map(Seal::id)).contains(id);

    BufferedImage kept = ImageIO.read(new ByteArrayInputStream(service.picture(id).orElseThrow()));
    assertThat(kept.getWidth()).as("600 dots an inch").isEqualTo(992);
    assertThat(kept.getRGB(496, 496) >>> 24).as("paper shows through").isZero();
    assertThat(kept.getRGB(496, 17) >>> 24).as("so does text").isBetween(190, 215);

    service.retire(id, "first");
    assertThat(service.current()).isEmpty();
    assertThat(service.picture(id)).as("certificates keep it").isPresent();
    assertThatThrownBy(() -> service.retire(id, "first")).hasMessage("OTHER_STATE");
    assertThatThrownBy(() -> service.release(99, "second")).hasMessage("UNKNOWN");
  }

  private static void assertRefused(byte[] content, int millimetres, Why why) {
    assertThatThrownBy(() -> SealRule.drawn(upload(content), millimetres))
        .isInstanceOfSatisfying(
            SealRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }

  @Test
  void whatIsNotFitForASealIsRefused() {
    assertRefused(ring(900, 900, NONE, "png"), 42, Why.TOO_SMALL);
    assertRefused(ring(1200, 1200, Color.WHITE, "jpg"), 42, Why.NOT_PNG);
    assertRefused(ring(1200, 1200, new Color(255, 255, 255, 254), "png"), 42, Why.OPAQUE);
    assertRefused(ring(1600, 1200, NONE, "png"), 42, Why.NOT_ROUND);
    assertRefused(ring(1200, 1200, NONE, "png"), 60, Why.MILLIMETRES);
    BufferedImage noise = new BufferedImage(1000, 1000, BufferedImage.TYPE_INT_ARGB);
    Random random = new Random(1);
    for (int i = 0; i < 1_000_000; i++) {
      noise.setRGB(i % 1000, i / 1000, random.nextInt(200) << 24 | 0xff0000);
    }
    assertRefused(written(noise, "png"), 42, Why.TOO_DETAILED);
  }

  @Test
  void hostilePicturesAreRefusedUnopened() {
    byte[] svg = "<svg><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> SealRule.drawn(upload(svg), 42))
        .isInstanceOfSatisfying(
            FileRefused.class, e -> assertThat(e.why()).isEqualTo(FileRefused.Why.TYPE));
    byte[] bomb = ring(1200, 1200, NONE, "png");
    ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
    assertThatThrownBy(() -> SealRule.drawn(upload(bomb), 42))
        .isInstanceOfSatisfying(
            FileRefused.class, e -> assertThat(e.why()).isEqualTo(FileRefused.Why.TOO_MANY_PIXELS));
  }
}
