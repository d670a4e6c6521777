package cloud.laurel.roster;

import java.text.Normalizer;
import java.util.OptionalInt;

/** Text as schools send it, made plain: no padding, composed form. Keys and names alike. */
final class TidyText {

  private TidyText() {}

  /** Strips every kind of space, U+3000 and U+00A0 included, and composes (NFC). */
  static String of(String raw) {
    int start = 0;
    int end = raw.length();
    while (start < end && isPadding(raw.charAt(start))) {
      start++;
    }
    while (end > start && isPadding(raw.charAt(end - 1))) {
      end--;
    }
    String stripped = raw.substring(start, end);
    return Normalizer.isNormalized(stripped, Normalizer.Form.NFC)
        ? stripped
        : Normalizer.normalize(stripped, Normalizer.Form.NFC);
  }

  /** Whether a character is a space of any kind, or a byte order mark. */
  static boolean isPadding(int c) {
    return c == 0xFEFF
        || Character.isSpaceChar(c) && c != 0x2028 && c != 0x2029
        || c == '\t'
        || c == '\r'
        || c == '\n';
  }

  /**
   * The first character that no name or key may hold: control characters, line separators,
   * direction overrides (they make one name look like another) and the mark of a failed conversion.
   */
  static OptionalInt forbiddenIn(String text) {
    return text.codePoints()
        .filter(
            c ->
                Character.isISOControl(c)
                    || c == 0x2028
                    || c == 0x2029
                    || c >= 0x202A && c <= 0x202E
                    || c >= 0x2066 && c <= 0x2069
                    || c == 0xFFFD
                    || c >= 0xD800 && c <= 0xDFFF)
        .findFirst();
  }
}
