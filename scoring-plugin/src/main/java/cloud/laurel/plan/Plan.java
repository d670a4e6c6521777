package cloud.laurel.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a school means to do in a campaign (实施方案, notice-2020, annex 1). The school writes it and
 * submits it; then it stays as it is until the bureau returns it.
 *
 * @param id its number
 * @param campaign internal key of the campaign
 * @param school its school's code
 * @param version counts everything that is done to it
 * @param submittedAt when it was submitted last; empty while it never was
 */
public record Plan(
    long id,
    int campaign,
    String school,
    Content content,
    State state,
    int version,
    Optional<Instant> submittedAt) {

  /** Where it stands. */
  public enum State {
    /** Being written, never submitted. */
    DRAFT,
    /** Waits for the bureau. */
    SUBMITTED,
    /** The bureau wants something else; being written again. */
    RETURNED,
    /** The bureau agrees. */
    ACCEPTED;

    /** Whether the school may change it. */
    public boolean isWritable() {
      return this == DRAFT || this == RETURNED;
    }

    /** Whether the bureau has it: submitted or accepted. */
    public boolean isHandedIn() {
      return !isWritable();
    }
  }

  /**
   * Its words, under the annex's heads.
   *
   * @param objectives 目标任务
   * @param features 希望打造的特色
   * @param leader 分管领导
   * @param office 责任科室及负责人
   * @param administrator 管理员
   * @param schedule 活动日程安排, in the school's order
   */
  public record Content(
      String objectives,
      String features,
      Contact leader,
      Contact office,
      Contact administrator,
      List<Step> schedule) {

    /** Nothing written yet. */
    public static final Content EMPTY =
        new Content("", "", Contact.NONE, Contact.NONE, Contact.NONE, List.of());

    /** Copies its list. */
    public Content {
      schedule = List.copyOf(schedule);
    }
  }

  /**
   * Somebody with a phone, which is for the school and the bureau only.
   *
   * @param name of a person, or of an office and who heads it
   */
  public record Contact(String name, String phone) {
    static final Contact NONE = new Contact("", "");
  }

  /**
   * A line of the schedule.
   *
   * @param from its day, or its first one; empty only in a draft
   * @param to its last day; empty for a single day
   * @param item what happens
   * @param who sees to it, may be empty
   */
  public record Step(Optional<LocalDate> from, Optional<LocalDate> to, String item, String who) {}
}
