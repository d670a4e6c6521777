package cloud.laurel.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Decides whether a week of a school lies far outside the school's own earlier weeks. Weeks, not
 * days: a Monday is no Sunday. The median and the median deviation from it are used, because a
 * holiday or an earlier jump hardly moves them; a school is never held against another.
 */
final class SchoolJumpRule {

  /** A median of fewer weeks says little. */
  static final int LEAST_HISTORY = 6;

  /** About four standard deviations of an ordinary spread (1.48 deviations each). */
  private static final long DEVIATIONS = 6;

  /**
   * The deviation counts as at least a fifth of the median: no week below 2.2 medians stands out.
   */
  private static final long LEAST_SHARE = 5;

  /** And as at least ten points, one teacher's busy day: a very small school varies much. */
  private static final long LEAST_POINTS = 10;

  private SchoolJumpRule() {}

  /**
   * A week far outside the weeks before it.
   *
   * @param monday its first day
   * @param points what it brought
   * @param median of the weeks before it, rounded down
   * @param limit the least that would have been noticed
   * @param history how many weeks were before it
   */
  record Jump(LocalDate monday, long points, long median, long limit, int history) {}

  /**
   * The jumps among a school's weeks.
   *
   * @param weeks points by the weeks' Mondays, without gaps, from the school's first points on
   * @param from jumps before this Monday are left out
   */
  static List<Jump> jumps(SortedMap<LocalDate, Long> weeks, LocalDate from) {
    List<Jump> jumps = new ArrayList<>();
    List<Long> before = new ArrayList<>();
    for (Map.Entry<LocalDate, Long> week : weeks.entrySet()) {
      if (before.size() >= LEAST_HISTORY && !week.getKey().isBefore(from)) {
        Jump seen = jump(week.getKey(), week.getValue(), before);
        if (seen.points() >= seen.limit()) {
          jumps.add(seen);
        }
      }
      before.add(week.getValue());
    }
    return jumps;
  }

  /** In twentieths of a point: medians of even counts and a fifth of them stay exact. */
  private static Jump jump(LocalDate monday, long points, List<Long> before) {
    long median2 = doubledMedian(before);
    long deviation4 = doubledMedian(before.stream().map(p -> Math.abs(2 * p - median2)).toList());
    long median20 = 10 * median2;
    long spread20 = Math.max(5 * deviation4, Math.max(median20 / LEAST_SHARE, 20 * LEAST_POINTS));
    long limit20 = median20 + DEVIATIONS * spread20;
    return new Jump(monday, points, median2 / 2, limit20 / 20 + 1, before.size());
  }

  private static long doubledMedian(List<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? 2 * sorted.get(middle)
        : sorted.get(middle - 1) + sorted.get(middle);
  }
}
