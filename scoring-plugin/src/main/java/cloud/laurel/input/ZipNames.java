package cloud.laurel.input;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the table of contents of a zip, and nothing of what is packed. */
final class ZipNames {

  private static final int LOCAL = 0x04034b50;
  private static final int ENTRY = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int ENTRY_LENGTH = 46;
  private static final int LONGEST_COMMENT = 0xffff;

  private ZipNames() {}

  /** The names in a zip; empty when it is none. */
  static Optional<Set<String>> of(byte[] content) {
    if (content.length < END_LENGTH) {
      return Optional.empty();
    }
    ByteBuffer zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (zip.getInt(0) != LOCAL) {
      return Optional.empty();
    }
    int last = content.length - END_LENGTH;
    for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
      if (zip.getInt(at) == END) {
        return entries(zip, zip.getInt(at + 16), zip.getShort(at + 10) & 0xffff, at);
      }
    }
    return Optional.empty();
  }

  private static Optional<Set<String>> entries(ByteBuffer zip, int from, int count, int end) {
    Set<String> names = new HashSet<>();
    int at = from;
    for (int i = 0; i < count; i++) {
      if (at < 0 || at > end - ENTRY_LENGTH || zip.getInt(at) != ENTRY) {
        return Optional.empty();
      }
      int length = zip.getShort(at + 28) & 0xffff;
      int more = (zip.getShort(at + 30) & 0xffff) + (zip.getShort(at + 32) & 0xffff);
      if (length > end - ENTRY_LENGTH - at) {
        return Optional.empty();
      }
      names.add(new String(zip.array(), at + ENTRY_LENGTH, length, StandardCharsets.UTF_8));
      at += ENTRY_LENGTH + length + more;
    }
    return Optional.of(names);
  }
}
