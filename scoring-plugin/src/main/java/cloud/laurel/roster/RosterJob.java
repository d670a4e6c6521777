package cloud.laurel.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A file on its way into the roster, with an address of its own: checked, shown, confirmed,
 * applied.
 *
 * @param school whose own upload it is; empty for the bureau's
 * @param by sign-in name of who sent it
 * @param effective first day on which it shall hold
 * @param done rows that the present step is through with
 * @param total rows that it has; 0 while nobody knows
 * @param revision of the roster that the preview was made on
 * @param rechecked whether the preview was made anew because the roster changed meanwhile
 * @param problems how many keep it from being applied
 * @param upload its number in the history once it is applied
 * @param incident under which the log says why it failed
 */
public record RosterJob(
    long id,
    Optional<String> school,
    String by,
    Instant uploadedAt,
    String fileName,
    RosterFormat format,
    LocalDate effective,
    State state,
    long done,
    long total,
    long revision,
    boolean rechecked,
    Counts counts,
    int problems,
    Optional<Long> upload,
    Optional<String> incident) {

  /** How far it is. */
  public enum State {
    CHECKING,
    REJECTED,
    WAITING,
    APPLYING,
    DONE,
    FAILED,
    CANCELLED
  }

  /** How many people the preview lists of each kind. */
  public record Counts(int people, int added, int changed, int moved, int left, int unchanged) {

    /** So many of a kind. */
    public int of(PersonChange.Kind kind) {
      return switch (kind) {
        case ADDED -> added;
        case MOVED -> moved;
        case LEFT -> left;
        case CHANGED -> changed;
        case UNCHANGED -> unchanged;
      };
    }
  }

  /**
   * A school in the preview.
   *
   * @param fresh whether the roster does not know it yet
   * @param people on the effective date, as things are now
   * @param leaving those who leave it, also for another school
   */
  public record SchoolLine(
      String code, String name, boolean fresh, int people, int arriving, int leaving) {

    /** More than a fifth: somebody has to say that it is meant. */
    public boolean isDrained() {
      return leaving * 5L > people;
    }
  }

  /** A problem in the file; the page has the words. */
  public record Trouble(
      String file,
      long line,
      String heading,
      RosterProblem problem,
      java.util.List<String> arguments) {}

  /** Whether somebody works on it. */
  public boolean isRunning() {
    return state == State.CHECKING || state == State.APPLYING;
  }

  /** Whether it can still be given up. */
  public boolean isOpen() {
    return state == State.CHECKING
        || state == State.REJECTED
        || state == State.WAITING
        || state == State.FAILED;
  }

  /** How much of the present step is done, 0 to 100. */
  public int percent() {
    return total == 0 ? 0 : (int) Math.min(100, done * 100 / total);
  }

  RosterSender sender() {
    return new RosterSender(by, fileName, school);
  }
}
