package cloud.laurel.standing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that a school can do next, and what it brings.
 *
 * @param kind what is to be done
 * @param name of the function or of the way to take part; empty for {@link Kind#FUNCTIONS}
 * @param actions how many single actions it takes, at least 1
 * @param points what one function, or the month, brings more
 * @param gain what the school's score grows by when all of it is done, exact
 * @param until the last day on which it counts, empty when the campaign's end is the only limit
 */
public record NextStep(
    Kind kind, String name, long actions, int points, Score gain, Optional<LocalDate> until) {

  /** What is to be done. */
  public enum Kind {
    /** Administrators' functions that nobody has used yet. */
    FUNCTIONS,
    /** Pupils who have not taken part this month. */
    PUPILS,
    /** Teachers who have no point yet. */
    TEACHERS
  }

  /** What a single action brings, to compare steps by. */
  Score perAction() {
    return new Score(gain.exact().divide(actions));
  }
}
