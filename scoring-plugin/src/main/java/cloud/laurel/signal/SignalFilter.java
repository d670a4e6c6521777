package cloud.laurel.signal;

import cloud.laurel.signal.Signal.State;
import java.util.Optional;

/**
 * Which signals of a campaign are wanted, in which order.
 *
 * @param kind of this kind only
 * @param state in this state only
 * @param school part of the school's name or code, empty for all
 * @param by the column to order by
 * @param descending its order
 */
public record SignalFilter(
    Optional<Kind> kind, Optional<State> state, String school, Column by, boolean descending) {

  /** All of them, the most severe first. */
  public static final SignalFilter ALL =
      new SignalFilter(Optional.empty(), Optional.empty(), "", Column.SEVERITY, true);

  /** What signals can be ordered by. */
  public enum Column {
    KIND,
    SUBJECT,
    SCHOOL,
    SEVERITY,
    LAST_DAY,
    STATE
  }
}
