package cloud.laurel.plugin;

/** Checks of texts that cross the platform's border. */
final class Text {

  private static final int MAX_NAME = 500;
  private static final int MAX_FACT = 4000;
  private static final int REPLACEMENT = 0xFFFD;

  private Text() {}

  /** An identifier: refused when it is not one, since another would mean somebody else. */
  static String id(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + ": is missing");
    }
    String stripped = value.strip();
    if (stripped.length() > PlatformAction.MAX_ID) {
      throw new IllegalArgumentException(
          field + ": is longer than " + PlatformAction.MAX_ID + " characters");
    }
    if (stripped.codePoints().anyMatch(c -> Character.isISOControl(c) || half(c))) {
      throw new IllegalArgumentException(
          field + ": has a control character or half of a character");
    }
    return stripped;
  }

  /** What people call a thing: made printable and cut, since nobody loses a point over a name. */
  static String name(String value) {
    return cut(value.strip(), MAX_NAME);
  }

  /** A fact about an action, likewise. */
  static Object fact(Object value) {
    return value instanceof String text ? cut(text, MAX_FACT) : value;
  }

  private static String cut(String text, int most) {
    StringBuilder result = new StringBuilder();
    text.codePoints()
        .limit(most)
        .map(c -> half(c) ? REPLACEMENT : Character.isISOControl(c) ? ' ' : c)
        .takeWhile(c -> result.length() + Character.charCount(c) <= most)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  /** One of a surrogate pair without the other; no database stores it. */
  private static boolean half(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
