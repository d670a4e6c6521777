package cloud.laurel.campaign;

import java.util.List;

/** A condition that cannot be taken, with everything that is wrong with it. */
public final class InvalidCondition extends RuntimeException {

  private final transient List<ConditionProblem> problems;

  InvalidCondition(List<ConditionProblem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order of the text; not empty, at most ten. */
  public List<ConditionProblem> problems() {
    return problems;
  }
}
