package cloud.laurel.roster;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops a row that has no end, as one with an unclosed quotation mark has, before it fills the
 * heap.
 */
final class RowLimit extends FilterReader {

  /** A row and what the parser reads ahead of it. */
  private static final int LIMIT = TextCheck.MAX_LINE + (16 << 10);

  private int inRow;

  RowLimit(Reader in) {
    super(in);
  }

  void nextRow() {
    inRow = 0;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    count(c < 0 ? 0 : 1);
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    count(Math.max(0, n));
    return n;
  }

  private void count(int n) throws IOException {
    inRow += n;
    if (inRow > LIMIT) {
      throw new IOException("row without an end");
    }
  }
}
