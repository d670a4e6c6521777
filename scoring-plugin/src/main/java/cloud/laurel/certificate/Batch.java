package cloud.laurel.certificate;

import java.time.Instant;
import java.util.Optional;

/**
 * An order to issue certificates.
 *
 * @param honour its code
 * @param total numbers that it took
 * @param done of these, how many are printed
 * @param waiting of these, how many are not printed yet
 * @param failed of those waiting, how many could not be printed and are no longer tried
 * @param officer who ordered it
 */
public record Batch(
    long id,
    int campaign,
    String honour,
    Kind kind,
    State state,
    int total,
    int done,
    int waiting,
    int failed,
    String officer,
    Instant orderedAt,
    Optional<Instant> endedAt) {

  /** Where its recipients come from. */
  public enum Kind {
    /** The published winners. */
    PUBLISHED,
    /** Sent in by an officer. */
    SENT,
    /** One for another certificate. */
    REPLACEMENT
  }

  /** Where it is in its life. */
  public enum State {
    RUNNING,
    /** An officer stopped it, or it could not go on; it can be resumed. */
    STOPPED,
    DONE,
    /** Given up; the numbers that were not printed are void. */
    DISCARDED
  }

  /** Whether it still has something to do. */
  public boolean isOpen() {
    return state == State.RUNNING || state == State.STOPPED;
  }

  /** Printed numbers of a hundred, rounded down. */
  public int percent() {
    return total == 0 ? 100 : (int) (100L * done / total);
  }
}
