package cloud.laurel.standing;

import java.time.LocalDate;
import java.util.List;

/**
 * What a day brought somebody.
 *
 * @param day the local day
 * @param rows what was done on it, newest first
 */
public record PersonDay(LocalDate day, List<LedgerPage.Row> rows) {

  /** What counted. */
  public List<LedgerPage.Row> counted() {
    return rows.stream().filter(LedgerPage.Row::counted).toList();
  }

  /** What did not. */
  public List<LedgerPage.Row> refused() {
    return rows.stream().filter(row -> !row.counted()).toList();
  }
}
