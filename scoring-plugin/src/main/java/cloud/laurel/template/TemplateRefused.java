package cloud.laurel.template;

import java.util.List;

/** A template that cannot be taken, with everything that is wrong with it. Nothing was stored. */
public final class TemplateRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<TemplateProblem> problems;

  TemplateRefused(List<TemplateProblem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the template's order; not empty. */
  public List<TemplateProblem> problems() {
    return problems;
  }
}
