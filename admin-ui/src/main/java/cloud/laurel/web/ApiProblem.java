package cloud.laurel.web;

/** Leaves a resource with a problem document. */
public final class ApiProblem extends RuntimeException {

  private final transient ProblemDetail problem;

  ApiProblem(ProblemDetail problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** What the caller is told. */
  public ProblemDetail problem() {
    return problem;
  }
}
