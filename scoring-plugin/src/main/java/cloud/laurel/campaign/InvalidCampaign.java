package cloud.laurel.campaign;

import cloud.laurel.store.InvalidInput;
import java.util.List;

/** A campaign that cannot be taken, with everything that is wrong with it. Nothing was stored. */
public final class InvalidCampaign extends InvalidInput {

  private final transient List<FieldProblem> fieldProblems;

  InvalidCampaign(List<FieldProblem> problems) {
    super(problems.stream().map(FieldProblem::english).toList());
    fieldProblems = List.copyOf(problems);
  }

  InvalidCampaign(String field, FieldProblem.Kind kind, String... arguments) {
    this(List.of(new FieldProblem(field, kind, arguments)));
  }

  /** The problems in the input's order, for pages to say in the reader's language; not empty. */
  public List<FieldProblem> fieldProblems() {
    return fieldProblems;
  }
}
