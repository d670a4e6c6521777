package cloud.laurel.signing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a PDF that a signature covers: everything from the first byte to {@code end}, but for
 * the gap that holds the signature itself. Found by looking at bytes: nothing that a stranger's
 * file says about its own structure is followed.
 *
 * @param gap position of the gap's {@code <}
 * @param after position behind the gap's {@code >}
 * @param end position behind what is covered
 * @param container the bytes that stand in the gap, with the zeros behind them
 */
record SignedRange(int gap, int after, int end, byte[] container) {

  /** More signatures than ours ever has; the others are not looked at. */
  private static final int MOST = 16;

  /** A signature of ours takes 1 to 4 KiB; foreign ones with time stamps take some tens. */
  private static final int MOST_CONTAINER = 256 * 1024;

  private static final Pattern BYTE_RANGE =
      Pattern.compile(
          "/ByteRange\\s{0,8}\\[\\s{0,8}(\\d{1,9})\\s{1,8}(\\d{1,9})\\s{1,8}(\\d{1,9})"
              + "\\s{1,8}(\\d{1,9})\\s{0,16}]");

  /** The last ranges of a file that make sense. */
  static List<SignedRange> of(byte[] file) {
    List<SignedRange> found = new ArrayList<>();
    Matcher matcher = BYTE_RANGE.matcher(new String(file, StandardCharsets.ISO_8859_1));
    while (matcher.find()) {
      of(file, matcher).ifPresent(found::add);
      if (found.size() > MOST) {
        found.remove(0);
      }
    }
    return found;
  }

  private static Optional<SignedRange> of(byte[] file, Matcher matcher) {
    int gap = Integer.parseInt(matcher.group(2));
    int after = Integer.parseInt(matcher.group(3));
    long end = (long) after + Integer.parseInt(matcher.group(4));
    boolean fits =
        Integer.parseInt(matcher.group(1)) == 0
            && gap < after - 1
            && after <= end
            && end <= file.length
            && (after - gap) / 2 <= MOST_CONTAINER
            && file[gap] == '<'
            && file[after - 1] == '>';
    return fits
        ? bytes(file, gap + 1, after - 1)
            .map(container -> new SignedRange(gap, after, (int) end, container))
        : Optional.empty();
  }

  /** Bytes from hex digits, which are all small or all capital: so is what one program writes. */
  private static Optional<byte[]> bytes(byte[] file, int from, int to) {
    String text = new String(file, from, to - from, StandardCharsets.ISO_8859_1);
    boolean even =
        text.equals(text.toLowerCase(Locale.ROOT)) || text.equals(text.toUpperCase(Locale.ROOT));
    try {
      return even ? Optional.of(HexFormat.of().parseHex(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What is covered, in one. */
  byte[] covered(byte[] file) {
    byte[] covered = new byte[gap + end - after];
    System.arraycopy(file, 0, covered, 0, gap);
    System.arraycopy(file, after, covered, gap, end - after);
    return covered;
  }
}
