package cloud.laurel.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A page of a person's journal with verdicts, newest first.
 *
 * @param total rows on all pages
 */
public record LedgerPage(long total, List<Row> rows, Instant asOf, long pending) {

  /**
   * One action under one indicator.
   *
   * @param counted the verdict
   * @param reason why it was refused, one of design section 6; empty when it counted
   * @param indicator its code; empty when none matches
   * @param day the local day it counts for
   * @param school the school the award belongs to; empty when refused without a school
   * @param objectName what was acted on, where known
   * @param schoolName that school's name
   * @param ruleVersion number of the version of the rules that judged it (rule R14)
   * @param correcting whether it is an entry that was added to correct something
   * @param countedInstead what took the places of a limit that it came too late for, the earliest
   *     first; empty unless that is the reason
   */
  public record Row(
      String id,
      String type,
      String actor,
      Instant occurredAt,
      Instant receivedAt,
      boolean counted,
      Optional<String> reason,
      Optional<String> indicator,
      int points,
      LocalDate day,
      Optional<String> school,
      Optional<String> objectName,
      Optional<String> schoolName,
      int ruleVersion,
      boolean correcting,
      List<Instead> countedInstead) {

    Row insteadOf(List<Instead> counted) {
      return new Row(
          id,
          type,
          actor,
          occurredAt,
          receivedAt,
          this.counted,
          reason,
          indicator,
          points,
          day,
          school,
          objectName,
          schoolName,
          ruleVersion,
          correcting,
          counted);
    }
  }

  /**
   * An action that counted where another one could not.
   *
   * @param name of what was acted on, where known
   */
  public record Instead(String id, Instant occurredAt, String type, Optional<String> name) {}
}
