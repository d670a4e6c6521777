package cloud.laurel.template;

import cloud.laurel.input.Attachment.Type;
import cloud.laurel.input.CleanPicture;
import cloud.laurel.input.Upload;
import cloud.laurel.template.SealRefused.Why;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/**
 * Makes of a picture what is printed: 600 dots an inch, a little of the paper and of the text
 * showing through the ink, and no more shades than fit into a small file.
 */
final class SealRule {

  private static final double DOTS_OF_MM = 600 / 25.4;
  private static final double ROUND = 0.1;

  /** What of the ink covers, in hundredths: text below stays readable. */
  private static final int COVER = 82;

  /** A seal that covers more of its square than this was not cut out. */
  private static final double MOST_COVERED = 0.9;

  /** Most bytes of the shades, packed. */
  private static final int MOST_BYTES = 45 * 1024;

  /** Shades by the bits that stay of them: 16, 8, 4. */
  private static final int[] SHADES = {0xf0, 0xe0, 0xc0};

  private SealRule() {}

  /**
   * The picture as PNG.
   *
   * @param millimetres its width on paper
   * @throws SealRefused when it is not fit for a seal
   * @throws cloud.laurel.input.FileRefused when it is no picture
   */
  static byte[] drawn(Upload upload, int millimetres) {
    if (millimetres < Seal.SMALLEST || millimetres > Seal.LARGEST) {
      throw new SealRefused(Why.MILLIMETRES);
    }
    CleanPicture clean = upload.picture();
    if (clean.type() != Type.PNG) {
      throw new SealRefused(isPng(upload) ? Why.OPAQUE : Why.NOT_PNG);
    }
    int side = (int) Math.round(millimetres * DOTS_OF_MM);
    if (Math.min(clean.width(), clean.height()) < side) {
      throw new SealRefused(Why.TOO_SMALL);
    }
    if (Math.abs((double) clean.width() / clean.height() - 1) > ROUND) {
      throw new SealRefused(Why.NOT_ROUND);
    }
    BufferedImage image = scaled(read(clean.content()), side);
    if (covered(image) > MOST_COVERED) {
      throw new SealRefused(Why.OPAQUE);
    }
    for (int shades : SHADES) {
      BufferedImage simple = shaded(image, shades);
      if (packedSize(simple) <= MOST_BYTES) {
        return png(simple);
      }
    }
    throw new SealRefused(Why.TOO_DETAILED);
  }

  private static boolean isPng(Upload upload) {
    return upload.content()[0] == (byte) 0x89;
  }

  private static BufferedImage read(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage scaled(BufferedImage image, int side) {
    int height = (int) Math.round((double) side * image.getHeight() / image.getWidth());
    BufferedImage out = new BufferedImage(side, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = out.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, side, height, null);
    graphics.dispose();
    return out;
  }

  private static double covered(BufferedImage image) {
    long count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) >>> 24 > 127 ? 1 : 0;
      }
    }
    return (double) count / image.getWidth() / image.getHeight();
  }

  private static BufferedImage shaded(BufferedImage image, int shades) {
    BufferedImage out =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int pixel = image.getRGB(x, y);
        int alpha = (pixel >>> 24) * COVER / 100 & shades;
        out.setRGB(x, y, alpha == 0 ? 0 : alpha << 24 | pixel & 0xffffff);
      }
    }
    return out;
  }

  private static int packedSize(BufferedImage image) {
    byte[] shades = new byte[image.getWidth() * image.getHeight() / 2 + 1];
    for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
      int alpha = image.getRGB(i % image.getWidth(), i / image.getWidth()) >>> 24;
      shades[i / 2] |= (byte) (i % 2 == 0 ? alpha & 0xf0 : alpha >> 4);
    }
    Deflater packer = new Deflater(Deflater.BEST_COMPRESSION);
    packer.setInput(shades);
    packer.finish();
    byte[] room = new byte[shades.length + 64];
    int size = packer.deflate(room);
    packer.end();
    return size;
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
