package cloud.laurel.standing;

import java.time.Instant;
import java.util.List;

/**
 * A page of a school's people in one role.
 *
 * @param total people on all pages
 * @param among people of the role in all schools together
 * @param asOf when it was computed
 */
public record PeoplePage(long total, long among, List<Row> rows, Instant asOf) {

  /**
   * One person.
   *
   * @param points in this role, at whatever school they were earned
   * @param rankInSchool 1, 2, 2, 4: equal points share a rank (rule R8)
   * @param rank likewise among the people of the role in all schools
   */
  public record Row(
      String account, String name, long points, long rankInSchool, long rank, Space space) {}

  /** How far somebody's space is. */
  public enum Space {
    /** Not registered. */
    NONE,
    /** Registered, not activated. */
    REGISTERED,
    /** In use. */
    ACTIVATED
  }
}
