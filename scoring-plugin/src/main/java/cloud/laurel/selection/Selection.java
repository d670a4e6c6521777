package cloud.laurel.selection;

import java.util.Optional;

/**
 * Where the selection of a campaign stands.
 *
 * @param version grows with whatever is changed; 0 before anything was
 * @param snapshot what was submitted rests on it; empty while officers decide
 * @param submittedBy user name; empty while officers decide
 */
public record Selection(State state, int version, Optional<Long> snapshot, String submittedBy) {

  /** Nothing was decided yet. */
  public static final Selection NEW = new Selection(State.DECIDING, 0, Optional.empty(), "");

  /** Where it stands. */
  public enum State {
    /** Officers decide. */
    DECIDING,
    /** One officer has put it before another. */
    SUBMITTED,
    /** The other one has agreed. */
    CONFIRMED
  }
}
