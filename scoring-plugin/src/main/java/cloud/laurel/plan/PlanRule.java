package cloud.laurel.plan;

import cloud.laurel.plan.Plan.Contact;
import cloud.laurel.plan.Plan.Content;
import cloud.laurel.plan.Plan.Step;
import cloud.laurel.plan.PlanDraft.StepDraft;
import cloud.laurel.store.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a plan may be. */
final class PlanRule {

  static final int LONGEST_TEXT = 4000;
  static final int LONGEST_NAME = 100;
  static final int LONGEST_ITEM = 500;
  static final int MOST_STEPS = 60;

  private PlanRule() {}

  /**
   * Reads a plan. Fields are named as in the draft, those of the schedule {@code schedule[2].item}
   * with the place among the lines that came.
   *
   * @param complete whether every head must be filled in, as for the bureau
   * @throws InvalidInput with everything that is wrong at once
   */
  static Content read(PlanDraft draft, boolean complete) {
    Fields fields = new Fields(complete);
    Content content =
        new Content(
            fields.text("objectives", draft.objectives(), LONGEST_TEXT),
            fields.text("features", draft.features(), LONGEST_TEXT),
            contact(fields, "leader", draft.leader(), draft.leaderPhone()),
            contact(fields, "office", draft.office(), draft.officePhone()),
            contact(fields, "administrator", draft.administrator(), draft.administratorPhone()),
            schedule(fields, draft.schedule()));
    fields.require(!complete || !content.schedule().isEmpty(), "schedule", "missing");
    fields.require(content.schedule().size() <= MOST_STEPS, "schedule", "tooMany");
    fields.done();
    return content;
  }

  private static Contact contact(Fields fields, String field, String name, String phone) {
    return new Contact(
        fields.line(field, name, LONGEST_NAME), fields.phone(field + "Phone", phone));
  }

  private static List<Step> schedule(Fields fields, List<StepDraft> lines) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      StepDraft line = lines.get(i);
      if (!line.isBlank()) {
        String at = "schedule[" + i + "].";
        Optional<LocalDate> from = fields.day(at + "from", line.from(), true);
        Optional<LocalDate> to = fields.day(at + "to", line.to(), false);
        fields.require(
            from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get()),
            at + "to",
            "beforeStart");
        steps.add(
            new Step(
                from,
                to.filter(day -> !from.equals(Optional.of(day))),
                fields.line(at + "item", line.item(), LONGEST_ITEM),
                fields.optional(at + "who", line.who(), LONGEST_NAME)));
      }
    }
    return steps;
  }
}
