package cloud.laurel.standing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which lines of a person's ledger are wanted; what is empty filters nothing.
 *
 * @param day the local day they count for
 * @param indicator code of an indicator or participation rule
 * @param verdict whether they counted
 * @param reason why they were refused, one of design section 6
 */
public record LedgerQuery(
    Optional<LocalDate> day,
    Optional<String> indicator,
    Optional<Verdict> verdict,
    Optional<String> reason) {

  /** Every line. */
  public static final LedgerQuery ALL =
      new LedgerQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** What became of an action. */
  public enum Verdict {
    /** It earned its points. */
    COUNTED,
    /** It did not, with a reason. */
    REFUSED
  }

  /** The lines of one day. */
  public static LedgerQuery of(LocalDate day) {
    return new LedgerQuery(Optional.of(day), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
