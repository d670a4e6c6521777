package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Texts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody's own course: points week by week, days in a row, and a month as calendar.
 *
 * @param weeks oldest first
 * @param conclusion what the chart shows, as a sentence
 * @param streak days with points in a row
 * @param best the most there were
 * @param month the calendar's month
 * @param previous the month before, empty when the campaign had not begun
 * @param next the month after, empty when it has not begun
 * @param rows the month's weeks
 * @param sum what the month brought
 */
public record MyCourse(
    List<Week> weeks,
    String conclusion,
    int streak,
    int best,
    YearMonth month,
    String previous,
    String next,
    List<List<Day>> rows,
    long sum) {

  private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("MM-dd");

  /** From here on a day has the scale's next colour (dashboard: 0, 1–3, 4–7, 8–11, 12–15). */
  private static final List<Integer> SCALE = List.of(1, 4, 8, 12);

  /** Points of a week, named by its Monday. */
  public record Week(LocalDate monday, String label, long points, long days) {}

  /**
   * A day of the calendar.
   *
   * @param number of the month; 0 for a gap before the first and after the last
   * @param points as text; empty when it does not count or has not come
   * @param style its colour
   */
  public record Day(int number, String points, String style, boolean today) {
    private static final Day GAP = new Day(0, "", "gap", false);
  }

  static MyCourse of(
      Campaign campaign, PersonCourse course, LocalDate today, YearMonth wanted, Texts text) {
    LocalDate last = today.isBefore(campaign.to()) ? today : campaign.to();
    YearMonth first = YearMonth.from(campaign.from());
    YearMonth end = YearMonth.from(last);
    YearMonth month = wanted.isBefore(first) ? first : wanted.isAfter(end) ? end : wanted;
    List<Week> weeks = weeks(campaign, course, last);
    return new MyCourse(
        weeks,
        conclusion(weeks, text),
        course.streak(last),
        course.bestStreak(),
        month,
        month.isAfter(first) ? month.minusMonths(1).toString() : "",
        month.isBefore(end) ? month.plusMonths(1).toString() : "",
        rows(campaign, course, month, today),
        course.between(month.atDay(1), month.atEndOfMonth()));
  }

  private static List<Week> weeks(Campaign campaign, PersonCourse course, LocalDate last) {
    LocalDate monday = campaign.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return Stream.iterate(monday, day -> !day.isAfter(last), day -> day.plusWeeks(1))
        .map(
            day ->
                new Week(
                    day,
                    LABEL.format(day),
                    course.between(day, day.plusDays(6)),
                    course.days().subMap(day, day.plusDays(7)).size()))
        .toList();
  }

  private static String conclusion(List<Week> weeks, Texts text) {
    Week best = new Week(LocalDate.MIN, "", 0, 0);
    for (Week week : weeks) {
      best = week.points() > best.points() ? week : best;
    }
    return best.points() == 0
        ? text.of("myCourse.nothing")
        : text.of(
            "myCourse.conclusion",
            weeks.get(weeks.size() - 1).points(),
            best.monday(),
            best.points());
  }

  private static List<List<Day>> rows(
      Campaign campaign, PersonCourse course, YearMonth month, LocalDate today) {
    List<List<Day>> rows = new ArrayList<>();
    LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
      rows.add(
          Stream.iterate(monday, day -> day.plusDays(1))
              .limit(7)
              .map(day -> day(campaign, course, month, day, today))
              .toList());
    }
    return rows;
  }

  private static Day day(
      Campaign campaign, PersonCourse course, YearMonth month, LocalDate day, LocalDate today) {
    if (!YearMonth.from(day).equals(month)) {
      return Day.GAP;
    }
    boolean counts =
        !day.isAfter(today) && !day.isBefore(campaign.from()) && !day.isAfter(campaign.to());
    long points = course.on(day);
    long colour = SCALE.stream().filter(least -> points >= least).count();
    return new Day(
        day.getDayOfMonth(),
        counts ? String.valueOf(points) : "",
        counts ? "day-" + colour : "out",
        day.equals(today));
  }

  /** Whether there is anything to draw. */
  public boolean isDrawn() {
    return weeks.stream().anyMatch(week -> week.points() > 0);
  }
}
