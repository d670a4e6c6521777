package cloud.laurel.standing;

import cloud.laurel.campaign.Indicator;
import cloud.laurel.campaign.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where one person stands.
 *
 * @param account who
 * @param name display name
 * @param points of all roles together
 * @param roles one entry for each role the person has or had points in, teacher first
 * @param indicators every indicator of those roles, in the campaign's order
 * @param former indicators of older versions that brought points and are no longer in the rules
 * @param asOf when it was computed
 * @param pending actions accepted and not yet scored, of everybody
 */
public record PersonStanding(
    String account,
    String name,
    long points,
    List<InRole> roles,
    List<IndicatorPoints> indicators,
    List<IndicatorPoints> former,
    Instant asOf,
    long pending) {

  /**
   * Points and ranks in one role.
   *
   * @param rank among everybody of the role on the roster; 0 for a pupil, who has none
   * @param among how many those are
   * @param school the school of today's membership, empty for somebody who left
   * @param rankInSchool among those of the same school
   * @param amongInSchool how many those are
   * @param toNext points to the place before among everybody; 0 for the first
   * @param toNextInSchool the same among those of the same school
   */
  public record InRole(
      Role role,
      long points,
      long rank,
      long among,
      Optional<String> school,
      long rankInSchool,
      long amongInSchool,
      long toNext,
      long toNextInSchool) {}

  /**
   * What an indicator brought.
   *
   * @param counted how many actions counted
   * @param points what they earned
   * @param today points earned on the campaign's present day
   * @param limitReached whether nothing more can be earned in the present period
   */
  public record IndicatorPoints(
      Indicator indicator, long counted, long points, long today, boolean limitReached) {}
}
