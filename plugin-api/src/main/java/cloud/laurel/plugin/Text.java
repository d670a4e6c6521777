package cloud.laurel.plugin;

/** Checks of texts that cross the platform's border. */
final class Text {

  private static final int MAX_NAME = 500;

  private Text() {}

  static String id(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + ": is missing");
    }
    String stripped = value.strip();
    if (stripped.length() > PlatformAction.MAX_ID) {
      throw new IllegalArgumentException(
          field + ": is longer than " + PlatformAction.MAX_ID + " characters");
    }
    if (stripped.chars().anyMatch(Text::unprintable)) {
      throw new IllegalArgumentException(field + ": has a control character");
    }
    return stripped;
  }

  static String name(String field, String value) {
    String stripped = value.strip();
    if (stripped.length() > MAX_NAME) {
      throw new IllegalArgumentException(field + ": is longer than " + MAX_NAME + " characters");
    }
    if (stripped.chars().anyMatch(c -> c == 0)) {
      throw new IllegalArgumentException(field + ": has a NUL character");
    }
    return stripped;
  }

  private static boolean unprintable(int character) {
    return Character.isISOControl(character);
  }
}
