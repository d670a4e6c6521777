package cloud.laurel.acceptance.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** A picture that tells more than can be seen on it. */
final class TestPicture {

  private static final int AFTER_HEAD = 8 + 12 + 13;

  private TestPicture() {}

  /** A PNG with a text chunk. */
  static byte[] png(int width, int height, String hidden) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(0xb9d3ec));
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(new Color(0x16457b));
    graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
    graphics.dispose();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] text = ("tEXtComment\0" + hidden).getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(text);
    return ByteBuffer.allocate(plain.size() + text.length + 8)
        .put(plain.toByteArray(), 0, AFTER_HEAD)
        .putInt(text.length - 4)
        .put(text)
        .putInt((int) sum.getValue())
        .put(plain.toByteArray(), AFTER_HEAD, plain.size() - AFTER_HEAD)
        .array();
  }
}
