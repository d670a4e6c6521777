package cloud.laurel.store;

import cloud.laurel.plugin.Problem;
import java.util.List;

/**
 * Input that cannot be taken, with everything that is wrong with it at once. Nothing was stored.
 */
public class InvalidInput extends RuntimeException {

  private final transient List<Problem> problems;

  /** At least one problem. */
  public InvalidInput(List<Problem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the input's order; not empty. */
  public List<Problem> problems() {
    return problems;
  }
}
