package cloud.laurel.standing;

import cloud.laurel.plugin.Problem;
import cloud.laurel.web.ProblemDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a long list are wanted.
 *
 * @param offset rows to skip
 * @param size rows wanted, 1 to {@value #MAX_SIZE}
 */
public record Paging(int offset, int size) {

  static final int MAX_SIZE = 200;
  private static final int DEFAULT_SIZE = 50;

  /**
   * Reads the query parameters.
   *
   * @throws cloud.laurel.web.ApiProblem 400 naming each one that is wrong
   */
  public static Paging of(@Nullable String offset, @Nullable String page, @Nullable String size) {
    List<Problem> problems = new ArrayList<>();
    int rows = read("size", size, 1, MAX_SIZE, problems).orElse(DEFAULT_SIZE);
    OptionalInt skipped = read("offset", offset, 0, Integer.MAX_VALUE, problems);
    OptionalInt pages = read("page", page, 0, Integer.MAX_VALUE / MAX_SIZE, problems);
    if (offset != null && page != null) {
      problems.add(new Problem("page", "cannot be given together with offset"));
    }
    if (!problems.isEmpty()) {
      throw invalid(problems).asException();
    }
    return new Paging(skipped.orElse(pages.orElse(0) * rows), rows);
  }

  /** What is answered to parameters that are wrong. */
  static ProblemDetail invalid(List<Problem> problems) {
    return new ProblemDetail(
        400,
        "invalid-parameter",
        "A parameter is not valid",
        "errors names every parameter that has to change.",
        problems);
  }

  private static OptionalInt read(
      String field, @Nullable String text, int least, int most, List<Problem> problems) {
    if (text == null) {
      return OptionalInt.empty();
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return OptionalInt.of(value);
      }
    } catch (NumberFormatException e) {
      // Said below, like a number out of range.
    }
    problems.add(new Problem(field, "must be a whole number from " + least + " to " + most));
    return OptionalInt.empty();
  }
}
