package cloud.laurel.signing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Puts a credential into a picture, as Open Badges 3.0 has it (section "Baking"). */
final class BadgeBaker {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final String KEYWORD = "openbadgecredential";

  /** Length, type and check sum of a chunk. */
  private static final int FRAME = 12;

  private static final int TYPE = 4;

  private BadgeBaker() {}

  /**
   * The picture with the credential as {@code iTXt} before the picture's data, in place of one that
   * it may carry already.
   *
   * @param png made by us
   * @throws IllegalArgumentException when it is no PNG
   */
  static byte[] bake(byte[] png, String jwt) {
    if (png.length < SIGNATURE.length
        || !Arrays.equals(SIGNATURE, 0, SIGNATURE.length, png, 0, SIGNATURE.length)) {
      throw new IllegalArgumentException("no PNG");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + jwt.length() + 64);
    out.write(png, 0, SIGNATURE.length);
    boolean baked = false;
    int at = SIGNATURE.length;
    while (at < png.length) {
      int length = at + FRAME <= png.length ? ByteBuffer.wrap(png).getInt(at) : -1;
      if (length < 0 || length > png.length - at - FRAME) {
        throw new IllegalArgumentException("a PNG that is broken at byte " + at);
      }
      String type = new String(png, at + TYPE, TYPE, StandardCharsets.US_ASCII);
      if (type.equals("IDAT") && !baked) {
        out.writeBytes(chunk(jwt));
        baked = true;
      }
      if (!isCredential(type, png, at + 2 * TYPE, length)) {
        out.write(png, at, length + FRAME);
      }
      at += length + FRAME;
    }
    return out.toByteArray();
  }

  private static boolean isCredential(String type, byte[] png, int from, int length) {
    byte[] start = (KEYWORD + "\0").getBytes(StandardCharsets.US_ASCII);
    return type.equals("iTXt")
        && length >= start.length
        && Arrays.equals(start, 0, start.length, png, from, from + start.length);
  }

  private static byte[] chunk(String jwt) {
    // keyword; not compressed, method 0; no language; no translated keyword; text
    byte[] content = ("iTXt" + KEYWORD + "\0\0\0\0\0" + jwt).getBytes(StandardCharsets.UTF_8);
    CRC32 check = new CRC32();
    check.update(content);
    return ByteBuffer.allocate(content.length + 2 * TYPE)
        .putInt(content.length - TYPE)
        .put(content)
        .putInt((int) check.getValue())
        .array();
  }
}
