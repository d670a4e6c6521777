package cloud.laurel.press;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Pictures as PNG. */
final class Png {

  /** What the address of a picture begins with that lies in the page itself. */
  static final String DATA = "data:image/png;base64,";

  private Png() {}

  static byte[] of(BufferedImage picture) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** As an address. */
  static String data(byte[] png) {
    return DATA + Base64.getEncoder().encodeToString(png);
  }
}
