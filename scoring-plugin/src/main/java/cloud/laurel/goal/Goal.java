package cloud.laurel.goal;

import cloud.laurel.campaign.Limit;
import cloud.laurel.campaign.Role;
import java.util.Set;

/**
 * A goal that a school sets for its own people.
 *
 * @param id key
 * @param name unique in the school and campaign
 * @param role whom it is for; never {@link Role#STUDENT}
 * @param indicators codes of the indicators whose points count; empty for all of the role
 * @param points how many are wanted in one period, at least 1
 * @param period the campaign, a term or a month
 */
public record Goal(
    long id, String name, Role role, Set<String> indicators, long points, Limit.Per period) {

  /** Checks itself. */
  public Goal {
    if (points < 1) {
      throw new IllegalArgumentException("points: must be at least 1");
    }
    if (role == Role.STUDENT) {
      throw new IllegalArgumentException("role: pupils have no goals");
    }
  }

  /**
   * How far somebody is in the present period.
   *
   * @param earned points so far
   */
  public record Progress(Goal goal, long earned) {

    /** Points that are still missing, 0 when it is reached. */
    public long missing() {
      return Math.max(0, goal.points() - earned);
    }
  }

  /**
   * How many of a school's people have reached a goal in the present period.
   *
   * @param people those of the goal's role
   * @param reached how many of them have its points
   */
  public record Reached(Goal goal, long people, long reached) {}
}
