package cloud.laurel.standing;

import cloud.laurel.campaign.Role;
import java.util.List;

/**
 * What other rules would change.
 *
 * @param schools those whose score or rank changes, by their new rank
 * @param accountsChanged how many people gain or lose points
 * @param gainers people who gain most, at most 50
 * @param losers people who lose most, at most 50
 * @param honours who would enter and leave the places of each honour
 */
public record StandingDiff(
    List<SchoolChange> schools,
    long accountsChanged,
    List<PersonChange> gainers,
    List<PersonChange> losers,
    List<HonourChange> honours) {

  /** A school before and after. */
  public record SchoolChange(
      String code, String name, Score before, Score after, int rankBefore, int rankAfter) {}

  /** A person's points in one role before and after. */
  public record PersonChange(String account, String name, Role role, long before, long after) {

    /** What they gain, or lose when negative. */
    public long gain() {
      return after - before;
    }
  }

  /**
   * The places of an honour, by the computed order alone.
   *
   * @param entering names of who would have one
   * @param leaving names of who would have none any more
   */
  public record HonourChange(
      String code, String name, List<String> entering, List<String> leaving) {}
}
