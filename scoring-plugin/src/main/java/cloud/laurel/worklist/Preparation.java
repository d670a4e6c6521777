package cloud.laurel.worklist;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a school has prepared.
 *
 * @param plan how far its plan is
 * @param since the local day of the plan's last step
 * @param trainings entries of its training log
 */
public record Preparation(Plan plan, Optional<LocalDate> since, long trainings) {

  /** Nothing yet. */
  public static final Preparation NOTHING = new Preparation(Plan.NONE, Optional.empty(), 0);

  /** How far a plan is. */
  public enum Plan {
    NONE,
    DRAFT,
    RETURNED,
    SUBMITTED,
    ACCEPTED
  }
}
