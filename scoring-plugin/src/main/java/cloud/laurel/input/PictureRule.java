package cloud.laurel.input;

import cloud.laurel.input.Attachment.Type;
import cloud.laurel.input.FileRefused.Why;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws pictures anew. What comes out is made of pixels alone, so that nothing of what phones and
 * programs write into files (places, names, earlier versions) goes out with it.
 */
final class PictureRule {

  /** Pictures are read at most this long on a side, every so many pixels, to spare memory. */
  private static final int READ_SIDE = 2 * CleanPicture.LONGEST_SIDE;

  /** A PNG stays one up to this size; larger ones are photographs. */
  private static final int SMALL_PNG = 256 * 1024;

  /** The same where something can be seen through. */
  private static final int TRANSPARENT_PNG = 2 * 1024 * 1024;

  private static final float QUALITY = 0.85f;

  /** One picture takes up to 100 MB while it is drawn. */
  private static final Semaphore AT_ONCE = new Semaphore(2);

  private PictureRule() {}

  /**
   * A picture drawn anew, upright.
   *
   * @throws FileRefused when it has too many pixels or cannot be drawn
   */
  static CleanPicture clean(CheckedFile file) {
    AT_ONCE.acquireUninterruptibly();
    try {
      return drawn(file);
    } catch (IOException | RuntimeException e) {
      // Readers of pictures throw all kinds of things over what is damaged.
      if (e instanceof FileRefused refused) {
        throw refused;
      }
      throw new FileRefused(Why.UNREADABLE, file.name());
    } finally {
      AT_ONCE.release();
    }
  }

  private static CleanPicture drawn(CheckedFile file) throws IOException {
    PictureHead head = PictureHead.of(file);
    if (head.pixels() > CleanPicture.MAX_PIXELS) {
      throw new FileRefused(Why.TOO_MANY_PIXELS, file.name());
    }
    BufferedImage read = read(file, head);
    BufferedImage whole = upright(fitted(read, CleanPicture.LONGEST_SIDE), head.orientation());
    BufferedImage small = fitted(whole, CleanPicture.THUMBNAIL_SIDE);
    if (file.type() == Type.PNG) {
      byte[] png = png(whole);
      if (png.length <= (isTransparent(whole) ? TRANSPARENT_PNG : SMALL_PNG)) {
        return picture(file, Type.PNG, whole, png, png(small));
      }
    }
    return picture(file, Type.JPEG, whole, jpeg(whole), jpeg(small));
  }

  private static CleanPicture picture(
      CheckedFile file, Type type, BufferedImage whole, byte[] content, byte[] thumbnail) {
    return new CleanPicture(
        file.name(), type, whole.getWidth(), whole.getHeight(), content, thumbnail);
  }

  private static BufferedImage read(CheckedFile file, PictureHead head) throws IOException {
    byte[] content =
        file.type() == Type.PNG ? PictureHead.pixelsOf(file.content()) : file.content();
    ImageReader reader =
        ImageIO.getImageReadersByFormatName(file.type().name().toLowerCase(Locale.ROOT)).next();
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(in, true, true);
      int longest = Math.max(head.width(), head.height());
      int every = (longest + READ_SIDE - 1) / READ_SIDE;
      ImageReadParam parameters = reader.getDefaultReadParam();
      parameters.setSourceSubsampling(every, every, 0, 0);
      return reader.read(0, parameters);
    } finally {
      reader.dispose();
    }
  }

  /** In our own colours, and no longer than it may be; halved first, so that no detail flickers. */
  private static BufferedImage fitted(BufferedImage image, int longest) {
    double scale = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage step = image;
    while (step.getWidth() >= 2 * width && step.getHeight() >= 2 * height) {
      step = scaled(step, step.getWidth() / 2, step.getHeight() / 2);
    }
    return scaled(step, width, height);
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage out = canvas(width, height, image);
    Graphics2D graphics = out.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return out;
  }

  private static BufferedImage canvas(int width, int height, BufferedImage like) {
    boolean alpha = like.getColorModel().hasAlpha();
    return new BufferedImage(
        width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
  }

  /** Turned and mirrored as its EXIF orientation asks for. */
  private static BufferedImage upright(BufferedImage image, int orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
          default -> new AffineTransform();
        };
    if (turn.isIdentity()) {
      return image;
    }
    boolean lying = orientation >= 5;
    BufferedImage out = canvas(lying ? height : width, lying ? width : height, image);
    Graphics2D graphics = out.createGraphics();
    graphics.drawImage(image, turn, null);
    graphics.dispose();
    return out;
  }

  private static boolean isTransparent(BufferedImage image) {
    if (!image.getColorModel().hasAlpha()) {
      return false;
    }
    int[] line = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      for (int pixel : image.getRGB(0, y, line.length, 1, line, 0, line.length)) {
        if (pixel >>> 24 != 0xff) {
          return true;
        }
      }
    }
    return false;
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write("png", image, bytes);
    return bytes.toByteArray();
  }

  /** What could be seen through becomes white. */
  private static byte[] jpeg(BufferedImage image) {
    BufferedImage opaque =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = opaque.createGraphics();
    graphics.drawImage(image, 0, 0, Color.WHITE, null);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write("jpeg", opaque, bytes);
    return bytes.toByteArray();
  }

  private static void write(String format, BufferedImage image, ByteArrayOutputStream to) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(to)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUALITY);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }
}
