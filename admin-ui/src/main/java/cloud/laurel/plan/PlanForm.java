package cloud.laurel.plan;

import cloud.laurel.plan.PlanDraft.StepDraft;
import cloud.laurel.web.FormInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of the form of a plan. */
final class PlanForm {

  /** Lines of the schedule that are offered beyond those that are filled in. */
  private static final int FREE_LINES = 4;

  private static final StepDraft FREE = new StepDraft("", "", "", "");

  private PlanForm() {}

  /** As it was sent. */
  static PlanDraft of(HttpServletRequest request) {
    List<String> from = values(request, "from");
    List<StepDraft> steps = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      steps.add(
          new StepDraft(
              from.get(i),
              at(values(request, "to"), i),
              at(values(request, "item"), i),
              at(values(request, "who"), i)));
    }
    return new PlanDraft(
        FormInput.text(request, "objectives"),
        FormInput.text(request, "features"),
        FormInput.text(request, "leader"),
        FormInput.text(request, "leaderPhone"),
        FormInput.text(request, "office"),
        FormInput.text(request, "officePhone"),
        FormInput.text(request, "administrator"),
        FormInput.text(request, "administratorPhone"),
        steps);
  }

  /** What is stored, with free lines to go on. */
  static PlanDraft of(Plan.Content content) {
    List<StepDraft> steps = new ArrayList<>();
    content
        .schedule()
        .forEach(
            step ->
                steps.add(
                    new StepDraft(
                        step.from().map(Object::toString).orElse(""),
                        step.to().map(Object::toString).orElse(""),
                        step.item(),
                        step.who())));
    for (int i = 0; i < FREE_LINES; i++) {
      steps.add(FREE);
    }
    return new PlanDraft(
        content.objectives(),
        content.features(),
        content.leader().name(),
        content.leader().phone(),
        content.office().name(),
        content.office().phone(),
        content.administrator().name(),
        content.administrator().phone(),
        steps);
  }

  /** The files that are ticked to be taken away. */
  static Set<Long> removed(HttpServletRequest request) {
    return values(request, "removed").stream()
        .filter(number -> number.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .collect(Collectors.toSet());
  }

  private static List<String> values(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? List.of() : Arrays.asList(values);
  }

  private static String at(List<String> values, int index) {
    return index < values.size() ? values.get(index) : "";
  }
}
