package cloud.laurel.announcement;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of objections, such as {@code YY-2026-0007-K3F7Q2M9X4}: year, place in it, nine digits
 * that nobody can guess, and one that tells a mistyped number from an unknown one. Digits are those
 * of Crockford's base 32, which leaves out the letters that look like another digit.
 */
final class CaseNumberRule {

  /** How many values the digits that nobody can guess can have. */
  static final long SECRETS = 1L << 45;

  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int SECRET_DIGITS = 9;
  private static final Pattern NUMBER =
      Pattern.compile("YY(\\d{4})(\\d{4,9})([" + DIGITS + "]{" + (SECRET_DIGITS + 1) + "})");
  private static final Pattern PARTS =
      Pattern.compile("YY-?(\\d{4})-?(\\d{4,9})-?([0-9A-Z]{" + (SECRET_DIGITS + 1) + "})");

  private CaseNumberRule() {}

  /**
   * The number of an objection.
   *
   * @param secret at least 0, less than {@link #SECRETS}
   */
  static String number(int year, int place, long secret) {
    StringBuilder digits = new StringBuilder();
    for (long rest = secret; digits.length() < SECRET_DIGITS; rest /= 32) {
      digits.insert(0, DIGITS.charAt((int) (rest % 32)));
    }
    String head = "%04d%04d".formatted(year, place);
    char check = check(head + digits);
    return "YY-%04d-%04d-%s%s".formatted(year, place, digits, check);
  }

  /** The part that names it without giving it away: {@code YY-2026-0007}. */
  static String shortNumber(int year, int place) {
    return "YY-%04d-%04d".formatted(year, place);
  }

  /**
   * A number as it is stored, from what somebody typed: small and wide letters, spaces and missing
   * hyphens do not matter, nor O for 0 and I or L for 1; empty when it cannot be one.
   */
  static Optional<String> read(String typed) {
    String plain =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}]+", "-")
            .replaceAll("^-|-$", "");
    Matcher parts = PARTS.matcher(plain);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String digits = parts.group(3).replace('O', '0').replace('I', '1').replace('L', '1');
    String head = parts.group(1) + parts.group(2);
    return NUMBER.matcher("YY" + head + digits).matches()
            && check(head + digits.substring(0, SECRET_DIGITS)) == digits.charAt(SECRET_DIGITS)
        ? Optional.of("YY-" + parts.group(1) + "-" + parts.group(2) + "-" + digits)
        : Optional.empty();
  }

  /** Luhn's check digit to the base 32: finds every wrong digit and nearly every swapped pair. */
  private static char check(String digits) {
    int sum = 0;
    for (int i = digits.length() - 1, factor = 2; i >= 0; i--, factor = 3 - factor) {
      int product = factor * DIGITS.indexOf(digits.charAt(i));
      sum += product / 32 + product % 32;
    }
    return DIGITS.charAt((32 - sum % 32) % 32);
  }
}
