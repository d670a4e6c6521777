package cloud.laurel.document;

import java.util.stream.Collectors;

/** Breaks titles of issued papers into lines of about equal width, never inside a number. */
final class TitleRule {

  /** Letters of 22 points on 156 mm. */
  private static final int LETTERS_IN_LINE = 20;

  private TitleRule() {}

  static String broken(String title) {
    return title.lines().map(TitleRule::line).collect(Collectors.joining("\n"));
  }

  private static String line(String line) {
    double width = OfficialDocument.width(line);
    if (width <= LETTERS_IN_LINE) {
      return line;
    }
    int at = nearest(line, width / Math.ceil(width / LETTERS_IN_LINE));
    return at == 0 || at == line.length()
        ? line
        : line.substring(0, at) + "\n" + line(line.substring(at));
  }

  /** The place to break at whose left part comes nearest to a width. */
  private static int nearest(String line, double wanted) {
    int best = 0;
    for (int at = 1; at < line.length(); at++) {
      double width = OfficialDocument.width(line.substring(0, at));
      if (isBreak(line, at)
          && width <= LETTERS_IN_LINE
          && Math.abs(width - wanted)
              < Math.abs(OfficialDocument.width(line.substring(0, best)) - wanted)) {
        best = at;
      }
    }
    return best;
  }

  private static boolean isBreak(String line, int at) {
    return Character.isIdeographic(line.codePointBefore(at))
        && Character.isIdeographic(line.codePointAt(at));
  }
}
