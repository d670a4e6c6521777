package cloud.laurel.plan;

import cloud.laurel.input.FileRefused;
import cloud.laurel.plugin.Problem;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.web.Texts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a form of a plan or a training was not taken, in plain words, each with the field. */
final class FormProblems {

  private static final Pattern STEP = Pattern.compile("schedule\\[(\\d+)]\\.(\\w+)");

  private FormProblems() {}

  /**
   * One of them.
   *
   * @param anchor id of the field on the page
   * @param words what is wrong and the way out
   */
  public record One(String anchor, String words) {}

  static List<One> of(InvalidInput invalid, String prefix, Texts text) {
    return invalid.problems().stream().map(problem -> one(problem, prefix, text)).toList();
  }

  static List<One> of(FileRefused refused, Texts text) {
    return List.of(new One("files", text.of("plan.file." + refused.why(), refused.file())));
  }

  static List<One> of(PlanRefused refused, Texts text) {
    String anchor =
        switch (refused.why()) {
          case TOO_MANY_FILES -> "files";
          case WORDS_MISSING, WORDS_TOO_LONG -> "words";
          default -> "main";
        };
    return List.of(new One(anchor, text.of("plan.why." + refused.why())));
  }

  private static One one(Problem problem, String prefix, Texts text) {
    Matcher step = STEP.matcher(problem.field());
    if (step.matches()) {
      int line = Integer.parseInt(step.group(1));
      String label = text.of("plan.stepField", line + 1, text.of("plan.step." + step.group(2)));
      return new One(
          "schedule-" + line + "-" + step.group(2),
          text.of("plan.problem." + problem.problem(), label));
    }
    return new One(
        problem.field(),
        text.of("plan.problem." + problem.problem(), text.of(prefix + problem.field())));
  }
}
