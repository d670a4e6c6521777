package cloud.laurel.campaign;

import java.util.Comparator;
import java.util.List;

/** A condition that cannot be taken, with everything that is wrong with it. */
public final class InvalidCondition extends RuntimeException {

  private static final int MOST = 10;

  private final transient List<ConditionProblem> problems;

  InvalidCondition(List<ConditionProblem> problems) {
    super(problems.toString());
    this.problems =
        problems.stream()
            .sorted(
                Comparator.comparingInt(ConditionProblem::line)
                    .thenComparingInt(ConditionProblem::column))
            .limit(MOST)
            .toList();
  }

  /** What is wrong, in the order of the text; not empty, at most ten. */
  public List<ConditionProblem> problems() {
    return problems;
  }
}
