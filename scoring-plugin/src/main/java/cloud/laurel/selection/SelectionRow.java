package cloud.laurel.selection;

import java.util.Optional;

/**
 * A candidate with what was computed, decided and thought.
 *
 * @param decision empty where nobody decided otherwise
 */
public record SelectionRow(
    Candidate candidate, Outcome outcome, Optional<Decision> decision, Marks marks) {

  /** Whether the computed list has the candidate. */
  public boolean computed() {
    return outcome.isComputed();
  }

  /** Whether the decided list has the candidate. */
  public boolean decided() {
    return decision.map(Decision::takenIn).orElse(computed());
  }

  /** Whether the decided list differs from the computed one here. */
  public boolean changed() {
    return computed() != decided();
  }

  /** Whether officers still have to say something. */
  public boolean open() {
    return outcome == Outcome.TIED && decision.isEmpty();
  }
}
