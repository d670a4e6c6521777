package cloud.laurel.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * Reads a file of the upload once, before it is parsed: is it whole, of bearable size, and in which
 * encoding is it? Java's "GB2312" lacks characters of real place names, hence GB18030.
 */
final class TextCheck {

  static final int MAX_LINE = 64 << 10;

  private final StrictDecoder utf8 = new StrictDecoder(StandardCharsets.UTF_8);
  private final StrictDecoder gb18030 = new StrictDecoder(Charset.forName("GB18030"));
  private final CRC32 crc = new CRC32();
  private final TextFile file;
  private final Problems problems;
  private long line = 1;
  private int lineLength;

  TextCheck(TextFile file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The encoding to read the file in; empty when it cannot be read, with a problem added. */
  Optional<Charset> run() throws IOException {
    try (InputStream in = file.open()) {
      long size = 0;
      byte[] buffer = new byte[1 << 13];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (!file.mayExpand(size, n)) {
          RosterArchive.explosion(file.name(), problems);
          return Optional.empty();
        }
        if (!linesAreShort(buffer, n)) {
          problems.add(file.name(), line, "", RosterProblem.LINE_LONG);
          return Optional.empty();
        }
        crc.update(buffer, 0, n);
        utf8.add(buffer, n);
        gb18030.add(buffer, n);
      }
    } catch (ZipException | java.io.EOFException e) {
      return damaged();
    }
    if (file.checksum() != -1 && file.checksum() != crc.getValue()) {
      return damaged();
    }
    return encoding();
  }

  /** How many lines there are; known once it has run. */
  long lines() {
    return line;
  }

  private Optional<Charset> damaged() {
    problems.file(file.name(), RosterProblem.DAMAGED);
    return Optional.empty();
  }

  private boolean linesAreShort(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        line++;
        lineLength = 0;
      } else if (bytes[i] == '\r') {
        lineLength = 0;
      } else if (++lineLength > MAX_LINE) {
        return false;
      }
    }
    return true;
  }

  private Optional<Charset> encoding() {
    utf8.finish();
    gb18030.finish();
    if (utf8.errors() == 0) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    // Chinese text in GB18030 hardly ever forms valid UTF-8: a file that mostly does is a broken
    // one
    boolean meantAsUtf8 = utf8.beyondAscii() > 4 * utf8.errors();
    if (!meantAsUtf8 && gb18030.errors() == 0) {
      return Optional.of(Charset.forName("GB18030"));
    }
    long row = meantAsUtf8 ? utf8.firstErrorLine() : gb18030.firstErrorLine();
    problems.add(file.name(), row, "", RosterProblem.ENCODING);
    return Optional.empty();
  }
}
