package cloud.laurel.document;

import java.util.List;

/** Texts as documents can hold them. */
final class PlainText {

  /** What XML cannot hold, and what nobody sees; line ends and tabs stay. */
  private static final String FORBIDDEN =
      "[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF&&[^\\n\\t]]";

  private PlainText() {}

  static String tidy(String text) {
    return text.replaceAll("\\R", "\n").replaceAll(FORBIDDEN, "");
  }

  /** Its lines; an empty text is one empty line. */
  static List<String> lines(String text) {
    return tidy(text).lines().toList().isEmpty() ? List.of("") : tidy(text).lines().toList();
  }
}
