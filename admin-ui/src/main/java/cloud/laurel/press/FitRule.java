package cloud.laurel.press;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Which size a text takes so that it fits, and where it breaks when none is small enough. */
final class FitRule {

  private static final double MM_OF_POINT = 25.4 / 72;

  /** What the breaks of lines may waste, in ems a line: punctuation that must not begin one. */
  private static final double WASTE = 2;

  private static final String NOT_FIRST = "·，。：；、！？”’）》〉」』";

  private FitRule() {}

  /**
   * A text that fits.
   *
   * @param points its size
   * @param lines two when it had to be broken
   */
  record Fit(int points, List<String> lines) {}

  /**
   * Fits a text.
   *
   * @param points sizes to be tried, in order
   * @param millimetres width of its box
   * @param lines that it may take; with one only it is broken in two where no size is small enough
   * @param ems how wide a text is, in ems
   * @return empty when it does not fit
   */
  static Optional<Fit> fit(
      String text,
      List<Integer> points,
      double millimetres,
      int lines,
      ToDoubleFunction<String> ems) {
    double width = ems.applyAsDouble(text);
    for (int size : points) {
      double line = millimetres / (size * MM_OF_POINT);
      if (width <= (lines == 1 ? line : lines * (line - WASTE))) {
        return Optional.of(new Fit(size, List.of(text)));
      }
    }
    int smallest = points.get(points.size() - 1);
    return lines == 1
        ? broken(text, millimetres / (smallest * MM_OF_POINT), ems)
            .map(parts -> new Fit(smallest, parts))
        : Optional.empty();
  }

  /** After a dot or a space when both lines fit then, the more even the better; else anywhere. */
  private static Optional<List<String>> broken(
      String text, double line, ToDoubleFunction<String> ems) {
    Optional<List<String>> best = Optional.empty();
    double least = Double.MAX_VALUE;
    for (int at = text.offsetByCodePoints(0, 1);
        at < text.length();
        at += Character.charCount(text.codePointAt(at))) {
      int before = text.codePointBefore(at);
      if (NOT_FIRST.indexOf(text.codePointAt(at)) >= 0 || text.codePointAt(at) == ' ') {
        continue;
      }
      boolean wanted = before == '·' || before == ' ';
      double first = ems.applyAsDouble(text.substring(0, at).stripTrailing());
      double second = ems.applyAsDouble(text.substring(at));
      // without a dot the first line is filled
      double cost = wanted ? Math.abs(first - second) : 1000 + second;
      if (first <= line && second <= line && cost < least) {
        least = cost;
        best = Optional.of(List.of(text.substring(0, at), text.substring(at)));
      }
    }
    return best;
  }
}
