package cloud.laurel.input;

/** What people write, without characters that nobody sees or that make a text look like another. */
public final class WordsRule {

  /** Longest text of a filing, a message or a reason, in characters. */
  public static final int MAX_WORDS = 2000;

  private static final String UNSEEN =
      "[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFD&&[^\\n\\t]]";

  private WordsRule() {}

  /** A text of several lines. */
  public static String tidy(String words) {
    return words.replaceAll("\\R", "\n").replaceAll(UNSEEN, "").strip();
  }

  /** A text in one line. */
  public static String line(String words) {
    return tidy(words).replaceAll("\\s+", " ");
  }
}
