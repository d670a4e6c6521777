package cloud.laurel.press;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * A seal as PDF files hold it: one ink, and sixteen steps of what shows through. It is packed once
 * for all certificates, since that takes longer than the rest of one.
 */
final class SealInk {

  /** Stands for it while a page is set: a single dot. */
  static final String PLACE =
      Png.data(Png.of(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB)));

  private static final int BITS = 4;
  private static final double MM_OF_DOT = 25.4 / 600;
  private static final int VISIBLE = 8;

  private final int width;
  private final int height;
  private final byte[] ink;
  private final byte[] plane;
  private final byte[] cover;

  private SealInk(int width, int height, byte[] ink, byte[] plane, byte[] cover) {
    this.width = width;
    this.height = height;
    this.ink = ink;
    this.plane = plane;
    this.cover = cover;
  }

  /** Its width on paper when it has 600 dots an inch. */
  double millimetres() {
    return width * MM_OF_DOT;
  }

  /** Packs a PNG. */
  static SealInk of(byte[] png) throws IOException {
    return of(ImageIO.read(new ByteArrayInputStream(png)));
  }

  static SealInk of(BufferedImage picture) throws IOException {
    int width = picture.getWidth();
    int height = picture.getHeight();
    byte[] cover = new byte[(width + 1) / 2 * height];
    long[] sum = new long[4];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int pixel = picture.getRGB(x, y);
        int alpha = pixel >>> 24;
        if (alpha >= VISIBLE) {
          sum[0] += alpha;
          sum[1] += (long) alpha * (pixel >> 16 & 0xff);
          sum[2] += (long) alpha * (pixel >> 8 & 0xff);
          sum[3] += (long) alpha * (pixel & 0xff);
          cover[(width + 1) / 2 * y + x / 2] |= (byte) (alpha >> BITS << (x % 2 == 0 ? BITS : 0));
        }
      }
    }
    long all = Math.max(1, sum[0]);
    byte[] ink = {(byte) (sum[1] / all), (byte) (sum[2] / all), (byte) (sum[3] / all)};
    return new SealInk(
        width, height, ink, packed(new byte[(width + 7) / 8 * height]), packed(cover));
  }

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream packer =
        new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
      packer.write(plain);
    }
    return out.toByteArray();
  }

  /** Puts it where its place was kept. */
  void into(PDDocument file, PDPage page) throws IOException {
    PDResources resources = page.getResources();
    for (COSName name : resources.getXObjectNames()) {
      if (resources.getXObject(name) instanceof PDImageXObject kept
          && kept.getWidth() == 1
          && kept.getHeight() == 1) {
        resources.put(name, picture(file));
      }
    }
  }

  private PDImageXObject picture(PDDocument file) throws IOException {
    COSArray oneInk = new COSArray();
    oneInk.add(COSName.INDEXED);
    oneInk.add(COSName.DEVICERGB);
    oneInk.add(COSInteger.ZERO);
    oneInk.add(new COSString(ink));
    PDImageXObject picture = image(file, plane, 1, PDColorSpace.create(oneInk));
    PDImageXObject mask = image(file, cover, BITS, PDDeviceGray.INSTANCE);
    picture.getCOSObject().setItem(COSName.SMASK, mask);
    return picture;
  }

  private PDImageXObject image(PDDocument file, byte[] packed, int bits, PDColorSpace colours)
      throws IOException {
    return new PDImageXObject(
        file, new ByteArrayInputStream(packed), COSName.FLATE_DECODE, width, height, bits, colours);
  }
}
