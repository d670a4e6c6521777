package cloud.laurel.selection;

import java.time.Instant;

/**
 * Something that was done in a selection.
 *
 * @param actor the officer's user name
 * @param honour code; empty when it is about all of them
 * @param candidate code; empty when it is about no single one
 * @param words a reason or remark; may be empty
 */
public record SelectionEvent(
    Instant at, String actor, What what, String honour, String candidate, String words) {

  /** What was done. */
  public enum What {
    TAKEN_IN,
    TAKEN_OUT,
    DECISION_UNDONE,
    SCHEME,
    REVIEWED,
    SUBMITTED,
    WITHDRAWN,
    RETURNED,
    CONFIRMED,
    REOPENED
  }
}
