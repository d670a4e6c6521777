package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The days of a course, numbered from 0.
 *
 * @param first the campaign's first scoring day
 * @param last the last day that is over
 */
record CourseDays(Campaign campaign, LocalDate first, LocalDate last) {

  CourseDays {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("last: must not be before first");
    }
  }

  int count() {
    return number(last) + 1;
  }

  /** Below 0 or from {@link #count} on for a day outside. */
  int number(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(first, day);
  }

  LocalDate day(int number) {
    return first.plusDays(number);
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  int weeks() {
    return week(last) + 1;
  }

  /** The number of a day's week; weeks begin on Monday. */
  int week(LocalDate day) {
    return (int) ChronoUnit.WEEKS.between(monday(first), monday(day));
  }

  LocalDate mondayOf(int week) {
    return monday(first).plusWeeks(week);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** From which grade on pupils are in the school's number of people, by day. */
  int[] gradesOfPeople() {
    int[] grades = new int[count()];
    for (int d = 0; d < grades.length; d++) {
      grades[d] = campaign.rulesOn(day(d)).fromGrade();
    }
    return grades;
  }

  /** From which grade on pupils are in the denominator of the day's own month, by day. */
  int[] gradesOfMonths() {
    int[] grades = new int[count()];
    for (int d = 0; d < grades.length; d++) {
      grades[d] = campaign.rulesOf(YearMonth.from(day(d))).fromGrade();
    }
    return grades;
  }

  /** The first day by whose end something that happened at an instant is known. */
  int since(Instant instant) {
    return Math.max(0, number(campaign.dayOf(instant)));
  }
}
