package cloud.laurel.signal;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Decides whether somebody works unusually much around midnight. The daily limit makes midnight
 * worth something: the same work at 23:55 and at 00:05 takes two days' points.
 */
final class MidnightRule {

  /** Minutes before and after midnight; by chance 1.4 % of a day's actions fall into them. */
  static final int MINUTES = 10;

  /** Fewer nights are a late evening or two, not a habit. */
  static final long LEAST_NIGHTS = 4;

  /** What can be noticed at all: on four nights an action on either side. */
  static final long LEAST_ACTIONS = 2 * LEAST_NIGHTS;

  /** Without pairs it takes this many actions and a quarter of all: a night owl has other hours. */
  private static final long LEAST_UNPAIRED = 12;

  private static final long ACCOUNT_SHARE = 4;

  /** A school is more than its most eager people, and never sits up as a whole. */
  private static final long LEAST_PEOPLE = 5;

  private static final long LEAST_OF_SCHOOL = 50;
  private static final long SCHOOL_SHARE = 10;

  private MidnightRule() {}

  /**
   * What was counted around midnight.
   *
   * @param edge counted actions within {@value #MINUTES} minutes of midnight
   * @param all counted actions
   * @param nights nights on which there were any
   * @param pairs nights on which the same indicator counted for the same person on both sides
   * @param people whose they are
   */
  record Nights(long edge, long all, long nights, long pairs, long people) {}

  /** How severe it is for a person; empty when it is nothing. */
  static Optional<BigDecimal> ofAccount(Nights n) {
    if (n.nights() < LEAST_NIGHTS) {
      return Optional.empty();
    }
    BigDecimal paired = SeverityRule.times(n.pairs(), LEAST_NIGHTS);
    BigDecimal many =
        n.edge() * ACCOUNT_SHARE >= n.all()
            ? SeverityRule.times(n.edge(), LEAST_UNPAIRED)
            : BigDecimal.ZERO;
    return Optional.of(paired.max(many)).filter(s -> s.compareTo(BigDecimal.ONE) >= 0);
  }

  /** How severe it is for a school; empty when it is nothing. */
  static Optional<BigDecimal> ofSchool(Nights n) {
    boolean unusual =
        n.nights() >= LEAST_NIGHTS
            && n.people() >= LEAST_PEOPLE
            && n.edge() >= LEAST_OF_SCHOOL
            && n.edge() * SCHOOL_SHARE >= n.all();
    return unusual ? Optional.of(SeverityRule.times(n.edge(), LEAST_OF_SCHOOL)) : Optional.empty();
  }
}
