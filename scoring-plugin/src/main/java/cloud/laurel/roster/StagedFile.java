package cloud.laurel.roster;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** A file that lies in the database in parts. */
final class StagedFile extends InputStream {

  private final IntFunction<Optional<byte[]>> parts;
  private byte[] current = {};
  private int at;
  private int next;

  /**
   * From its beginning.
   *
   * @param parts by number, from 0; empty behind the last
   */
  StagedFile(IntFunction<Optional<byte[]>> parts) {
    this.parts = parts;
  }

  @Override
  public int read() {
    return fill() ? current[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, current.length - at);
    System.arraycopy(current, at, target, offset, n);
    at += n;
    return n;
  }

  private boolean fill() {
    while (at == current.length) {
      Optional<byte[]> part = parts.apply(next++);
      if (part.isEmpty()) {
        next--;
        return false;
      }
      current = part.get();
      at = 0;
    }
    return true;
  }
}
