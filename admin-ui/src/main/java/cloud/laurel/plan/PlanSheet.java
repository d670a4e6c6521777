package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.input.Attachment;
import cloud.laurel.plan.Plan.Step;
import cloud.laurel.plan.PlanEvent.What;
import cloud.laurel.web.Texts;
import java.util.Comparator;
import java.util.List;

/**
 * A plan in plain words, as its school and the bureau see it.
 *
 * @param submittedAt empty while it never was
 * @param remark what the bureau said when it returned the plan; empty unless it is returned
 * @param history newest first
 */
public record PlanSheet(
    Plan plan,
    String submittedAt,
    String remark,
    List<StepRow> steps,
    List<FileRow> files,
    List<EventRow> history) {

  /** A line of the schedule. */
  public record StepRow(String when, String item, String who) {}

  /** A file to be fetched. */
  public record FileRow(long id, String name, String size, String link) {

    static FileRow of(Attachment file, String link, Texts text) {
      return new FileRow(
          file.id(),
          file.name(),
          text.of("plan.size", text.number((file.size() + 1023) / 1024)),
          link + "&file=" + file.id());
    }
  }

  /** Something that happened. */
  public record EventRow(String at, String who, String what, String words) {}

  /**
   * As a page shows it.
   *
   * @param link address of the servlet that hands out its files to this reader
   * @param bureau whether an officer reads it: they see each other's sign-in names
   */
  static PlanSheet of(
      Campaign campaign, Plan plan, PlanService plans, String link, boolean bureau, Texts text) {
    List<PlanEvent> events = plans.history(plan);
    return new PlanSheet(
        plan,
        plan.submittedAt().map(at -> text.time(at, campaign.zone())).orElse(""),
        remark(plan, events),
        plan.content().schedule().stream().map(step -> row(step, text)).toList(),
        plans.files(plan).stream().map(file -> FileRow.of(file, link, text)).toList(),
        events.stream()
            .sorted(Comparator.comparing(PlanEvent::at).reversed())
            .map(event -> row(campaign, event, bureau, text))
            .toList());
  }

  private static String remark(Plan plan, List<PlanEvent> events) {
    return plan.state() != Plan.State.RETURNED
        ? ""
        : events.stream()
            .filter(e -> e.what() == What.RETURNED || e.what() == What.REOPENED)
            .reduce((earlier, later) -> later)
            .map(PlanEvent::words)
            .orElse("");
  }

  /** A line of the schedule in words. */
  static StepRow row(Step step, Texts text) {
    String from = step.from().map(Object::toString).orElse("");
    return new StepRow(
        step.to().map(to -> text.of("plan.range", from, to)).orElse(from), step.item(), step.who());
  }

  private static EventRow row(Campaign campaign, PlanEvent event, boolean bureau, Texts text) {
    String who =
        !event.bureau()
            ? event.name()
            : bureau ? text.of("appeal.officer", event.actor()) : text.of("appeal.bureau");
    return new EventRow(
        text.time(event.at(), campaign.zone()),
        who,
        text.of("plan.event." + event.what()),
        event.words());
  }
}
