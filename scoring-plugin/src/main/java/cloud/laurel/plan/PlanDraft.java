package cloud.laurel.plan;

import java.util.List;

/** A plan as somebody wrote it down, not checked yet; see {@link Plan.Content} for its heads. */
public record PlanDraft(
    String objectives,
    String features,
    String leader,
    String leaderPhone,
    String office,
    String officePhone,
    String administrator,
    String administratorPhone,
    List<StepDraft> schedule) {

  /**
   * A line of the schedule; one with nothing in it does not count.
   *
   * @param from like 2020-12-01
   * @param to the same, empty for a single day
   */
  public record StepDraft(String from, String to, String item, String who) {

    boolean isBlank() {
      return (from + to + item + who).isBlank();
    }
  }
}
