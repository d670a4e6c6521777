package cloud.laurel.course;

import cloud.laurel.campaign.Role;
import cloud.laurel.standing.SchoolDetail.Opening;
import cloud.laurel.standing.SchoolScoreRule.Counts;
import cloud.laurel.standing.SchoolScoreRule.MonthAlternative;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a school's days and weeks are made of: numbers by day, so that thousands fit in memory. */
final class SchoolTally {

  private static final Role[] ROLES = Role.values();

  private final CourseDays days;
  private final int[][] people;
  private final int[][] registered;
  private final long[][] points;
  private final int[] eligible;
  private final Map<Alternative, int[]> participants = new HashMap<>();
  private final Map<String, int[]> awards = new TreeMap<>();
  private final Map<String, long[]> awardPoints = new HashMap<>();

  /** A rule for pupils and one of its alternatives. */
  record Alternative(String rule, int number) {}

  SchoolTally(CourseDays days) {
    this.days = days;
    people = new int[ROLES.length][days.count()];
    registered = new int[ROLES.length][days.count()];
    points = new long[ROLES.length][days.count()];
    eligible = new int[days.count()];
  }

  void member(Role role, int day, boolean hasSpace) {
    people[role.ordinal()][day]++;
    if (hasSpace) {
      registered[role.ordinal()][day]++;
    }
  }

  int people(Role role, int day) {
    return people[role.ordinal()][day];
  }

  void eligible(int day) {
    eligible[day]++;
  }

  void participant(Alternative alternative, int day) {
    participants.computeIfAbsent(alternative, a -> new int[days.count()])[day]++;
  }

  void award(Role role, String indicator, LocalDate day, long earned) {
    points[role.ordinal()][days.number(day)] += earned;
    int week = days.week(day);
    awards.computeIfAbsent(indicator, i -> new int[days.weeks()])[week]++;
    awardPoints.computeIfAbsent(indicator, i -> new long[days.weeks()])[week] += earned;
  }

  /** Points of a day become points up to that day. */
  void addUp() {
    for (long[] ofRole : points) {
      for (int d = 1; d < ofRole.length; d++) {
        ofRole[d] += ofRole[d - 1];
      }
    }
  }

  /** Adds another school's functions by week. */
  void addFunctions(SchoolTally other) {
    other.awards.forEach(
        (indicator, weekly) -> {
          int[] sums = awards.computeIfAbsent(indicator, i -> new int[days.weeks()]);
          long[] pointSums = awardPoints.computeIfAbsent(indicator, i -> new long[days.weeks()]);
          long[] weeklyPoints = other.awardPoints.get(indicator);
          for (int w = 0; w < weekly.length; w++) {
            sums[w] += weekly[w];
            pointSums[w] += weeklyPoints[w];
          }
        });
  }

  /**
   * What the school's score of a day is made of.
   *
   * @param settled what is known of its months today: those that were over by then no longer move
   *     with the days
   */
  Counts counts(int day, Counts settled) {
    YearMonth own = YearMonth.from(days.day(day));
    Map<Role, Opening> members = new EnumMap<>(Role.class);
    Map<Role, Long> earned = new EnumMap<>(Role.class);
    for (Role role : ROLES) {
      int of = role.ordinal();
      members.put(role, new Opening(people[of][day], registered[of][day], 0));
      earned.put(role, points[of][day]);
    }
    Map<YearMonth, Long> pupils = new HashMap<>(settled.eligible());
    pupils.put(own, (long) eligible[day]);
    Map<MonthAlternative, Long> active = new HashMap<>(settled.participants());
    active.keySet().removeIf(a -> a.month().equals(own));
    participants.forEach(
        (a, byDay) ->
            active.put(new MonthAlternative(own, a.rule(), a.number()), (long) byDay[day]));
    return new Counts(members, earned, pupils, active);
  }

  /** Takes one week of one function. */
  interface WeekTaker {
    void take(LocalDate monday, String indicator, int awards, long points);
  }

  /** Every week of every function that brought anything. */
  void weeks(WeekTaker taker) {
    awards.forEach(
        (indicator, weekly) -> {
          for (int w = 0; w < weekly.length; w++) {
            if (weekly[w] > 0) {
              taker.take(days.mondayOf(w), indicator, weekly[w], awardPoints.get(indicator)[w]);
            }
          }
        });
  }
}
