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
      Optional<String> objectName) {}
}
