package cloud.laurel.input;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures with all that phones and programs put into them. */
public final class TestPictures {

  /** Stands where a phone writes where it was. */
  public static final String PLACE = "GPS 30.0 N 112.0 E";

  /** A comment of a program. */
  public static final String COMMENT = "taken by a telephone";

  private TestPictures() {}

  /** Left half red, right half blue. */
  public static BufferedImage halves(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    return image;
  }

  /** A JPEG with EXIF, a place, a comment, and a page of somebody after its end. */
  public static byte[] jpeg(BufferedImage image, int orientation) {
    byte[] plain = encoded("jpeg", image);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    byte[] exif = exif(orientation);
    segment(out, 0xe1, exif);
    segment(out, 0xfe, TestFiles.ascii(COMMENT));
    out.write(plain, 2, plain.length - 2);
    out.writeBytes(TestFiles.ascii("<html><script>alert(1)</script></html>"));
    return out.toByteArray();
  }

  private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
    out.write(0xff);
    out.write(marker);
    out.write((content.length + 2) >> 8);
    out.write(content.length + 2);
    out.writeBytes(content);
  }

  /** One directory with the orientation and, where a real one has numbers, the place as text. */
  private static byte[] exif(int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + PLACE.length());
    exif.put(TestFiles.ascii("Exif\0\0")).order(ByteOrder.LITTLE_ENDIAN);
    exif.put(TestFiles.ascii("II")).putShort((short) 42).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    exif.putShort((short) 0).putInt(0).put(TestFiles.ascii(PLACE));
    return exif.array();
  }

  /** A PNG with one chunk more. */
  public static byte[] png(BufferedImage image, String chunk, String content) {
    byte[] plain = encoded("png", image);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int afterHead = 8 + 12 + 13;
    out.write(plain, 0, afterHead);
    chunk(out, chunk, TestFiles.ascii(content));
    out.write(plain, afterHead, plain.length - afterHead);
    return out.toByteArray();
  }

  /** A PNG that says it is so large, with next to nothing in it. */
  public static byte[] pngHead(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk(out, "IHDR", head.put((byte) 8).put((byte) 2).array());
    chunk(out, "IDAT", new byte[] {1, 2, 3});
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
    byte[] named =
        ByteBuffer.allocate(4 + content.length).put(TestFiles.ascii(name)).put(content).array();
    CRC32 sum = new CRC32();
    sum.update(named);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(named);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static byte[] encoded(String format, BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
