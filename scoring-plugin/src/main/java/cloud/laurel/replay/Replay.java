package cloud.laurel.replay;

import cloud.laurel.campaign.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One recomputation of a campaign from the journal.
 *
 * @param id unique
 * @param campaign the campaign's id
 * @param kind what for
 * @param state how far it is
 * @param baseVersion number of the newest version when it began
 * @param proposed the rules it tries; empty for a check
 * @param validFrom first local day the proposed rules hold
 * @param note why they are proposed
 * @param book the trial's book; empty for a check, and when the proposed rules judge alike
 * @param position accounts up to this one are done
 * @param done actions worked through
 * @param total actions there were when it began
 * @param differences what a check found
 * @param startedBy user name, empty when the clock did
 * @param startedAt when
 * @param finishedAt when it was done, cancelled or failed
 * @param problem why it failed, else empty
 */
public record Replay(
    long id,
    int campaign,
    Kind kind,
    State state,
    int baseVersion,
    Optional<Rules> proposed,
    LocalDate validFrom,
    String note,
    Optional<Integer> book,
    String position,
    long done,
    long total,
    long differences,
    String startedBy,
    Instant startedAt,
    Optional<Instant> finishedAt,
    String problem) {

  /** What a replay is for. */
  public enum Kind {
    /** Whether what is stored is what the journal gives. */
    CHECK,
    /** What proposed rules would change. */
    PROPOSAL
  }

  /** How far a replay is. */
  public enum State {
    RUNNING,
    DONE,
    /** Stopped by somebody; it can go on where it stopped. */
    CANCELLED,
    FAILED,
    /** Its rules are in force. */
    PUBLISHED,
    /** Nothing of it is left but this line. */
    DISCARDED
  }

  /** Whether something computed may still come of it. */
  public boolean isOpen() {
    return state != State.PUBLISHED && state != State.DISCARDED;
  }

  /** How much is done, in per cent, truncated. */
  public int percent() {
    return state == State.RUNNING || state == State.CANCELLED
        ? total == 0 ? 0 : (int) Math.min(99, done * 100 / total)
        : 100;
  }
}
