package cloud.laurel.roster;

import java.util.regex.Pattern;

/** Makes one display name of OneRoster's two fields. */
final class DisplayNameRule {

  private static final Pattern SEPARATOR_DOTS = Pattern.compile("[\u2022\u2027\u30FB\uFF65]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");

  private DisplayNameRule() {}

  /**
   * Family name first and without a space when both are Chinese, else given name first. Empty when
   * both are. A given name may end in a mark that tells namesakes apart: 张 + 伟2.
   */
  static String join(String familyName, String givenName) {
    String family = tidy(familyName);
    String given = tidy(givenName);
    if (family.isEmpty() || given.isEmpty()) {
      return family + given;
    }
    return isHan(family) && isHan(Character.toString(given.codePointAt(0)))
        ? family + given
        : given + " " + family;
  }

  /** One field: no padding, one kind of separator dot, one space between words. */
  static String tidy(String name) {
    String dotted = SEPARATOR_DOTS.matcher(TidyText.of(name)).replaceAll("\u00B7");
    String spaced = SPACES.matcher(dotted).replaceAll(" ");
    String unspaced = spaced.replace(" ", "");
    // two-character names are padded to the width of three: 张　伟
    boolean padded = unspaced.codePointCount(0, unspaced.length()) == 2 && isHan(unspaced);
    return padded ? unspaced : spaced;
  }

  private static boolean isHan(String name) {
    return name.codePoints()
        .allMatch(c -> c == 0xB7 || Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}
