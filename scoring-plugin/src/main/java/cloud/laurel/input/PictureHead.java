package cloud.laurel.input;

import cloud.laurel.input.Attachment.Type;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What the head of a picture says, read without unpacking anything, from content whose structure
 * {@link AttachmentRule} has looked at.
 *
 * @param orientation as EXIF counts it, 1 for upright
 */
record PictureHead(int width, int height, int orientation) {

  private static final int UPRIGHT = 1;
  private static final int ORIENTATION_TAG = 0x0112;
  private static final int PNG_SIGNATURE = 8;
  private static final int CHUNK = 12;
  private static final Set<String> PIXEL_CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  static PictureHead of(CheckedFile file) {
    ByteBuffer bytes = ByteBuffer.wrap(file.content());
    return file.type() == Type.PNG
        ? new PictureHead(bytes.getInt(16), bytes.getInt(20), UPRIGHT)
        : ofJpeg(bytes);
  }

  /** How many there are; no number of them is small enough where a side makes no sense. */
  long pixels() {
    return width <= 0 || height <= 0 ? Long.MAX_VALUE : (long) width * height;
  }

  private static PictureHead ofJpeg(ByteBuffer bytes) {
    int orientation = UPRIGHT;
    int at = 2;
    while (true) {
      int marker = bytes.get(at + 1) & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      int length = bytes.getShort(at + 2) & 0xffff;
      if (marker == 0xe1 && length >= 16) {
        orientation =
            orientation(bytes.slice(at + 4, Math.min(length - 2, bytes.limit() - at - 4)));
      }
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        return new PictureHead(
            bytes.getShort(at + 7) & 0xffff, bytes.getShort(at + 5) & 0xffff, orientation);
      }
      at += 2 + length;
    }
  }

  /**
   * Finds the orientation in the first directory of an EXIF segment; whatever is odd is upright.
   */
  private static int orientation(ByteBuffer segment) {
    byte[] name = new byte[4];
    segment.get(0, name);
    if (!new String(name, StandardCharsets.ISO_8859_1).equals("Exif")) {
      return UPRIGHT;
    }
    ByteBuffer tiff = segment.slice(6, segment.limit() - 6);
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return UPRIGHT;
    }
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (entry > tiff.limit() - 12) {
        return UPRIGHT;
      }
      if ((tiff.getShort(entry) & 0xffff) == ORIENTATION_TAG) {
        int value = tiff.getShort(entry + 8) & 0xffff;
        return value >= 1 && value <= 8 ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** A PNG without the chunks that are no pixels: readers would unpack texts of any size. */
  static byte[] pixelsOf(byte[] png) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(png.length);
    kept.write(png, 0, PNG_SIGNATURE);
    ByteBuffer bytes = ByteBuffer.wrap(png);
    long at = PNG_SIGNATURE;
    while (at + CHUNK <= png.length) {
      long size = CHUNK + (bytes.getInt((int) at) & 0xffffffffL);
      String chunk = new String(png, (int) at + 4, 4, StandardCharsets.ISO_8859_1);
      if (PIXEL_CHUNKS.contains(chunk) && at + size <= png.length) {
        kept.write(png, (int) at, (int) size);
      }
      if (chunk.equals("IEND")) {
        break;
      }
      at += size;
    }
    return kept.toByteArray();
  }
}
