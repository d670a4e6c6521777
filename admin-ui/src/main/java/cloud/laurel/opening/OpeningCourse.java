package cloud.laurel.opening;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.standing.SchoolDetail.Opening;
import cloud.laurel.web.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * How the opening went on, week by week, as a chart's table.
 *
 * @param weeks oldest first, the present day last
 * @param conclusion what the chart shows, as a sentence
 */
public record OpeningCourse(List<Week> weeks, String conclusion) {

  private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("MM-dd");

  /** Rates at the end of a day; empty when there was nobody. */
  public record Week(
      LocalDate day,
      String label,
      String teachers,
      String students,
      Opening teacherSpaces,
      Opening studentSpaces) {

    static Week of(OpeningWeek week) {
      return new Week(
          week.lastDay(),
          LABEL.format(week.lastDay()),
          rate(week.teachers()),
          rate(week.students()),
          week.teachers(),
          week.students());
    }

    private static String rate(Opening opening) {
      return opening.eligible() == 0 ? "" : opening.rate().percent();
    }
  }

  /** The past weeks, and the present ones while the campaign runs. */
  static OpeningCourse of(
      Campaign campaign,
      List<OpeningWeek> past,
      OpeningSummary present,
      LocalDate today,
      Texts text) {
    List<OpeningWeek> all = new ArrayList<>(past);
    if (!today.isBefore(campaign.from()) && !today.isAfter(campaign.to())) {
      all.removeIf(week -> !week.lastDay().isBefore(today));
      all.add(new OpeningWeek(today, present.teachers().spaces(), present.students().spaces()));
    }
    List<Week> weeks = all.stream().map(Week::of).toList();
    if (weeks.size() < 2) {
      return new OpeningCourse(weeks, text.of("opening.course.short"));
    }
    Week first = weeks.get(0);
    Week last = weeks.get(weeks.size() - 1);
    return new OpeningCourse(
        weeks,
        text.of(
            "opening.course.conclusion",
            first.day(),
            way("teachers", first.teacherSpaces(), last.teacherSpaces(), text),
            way("students", first.studentSpaces(), last.studentSpaces(), text)));
  }

  private static String way(String group, Opening first, Opening last, Texts text) {
    String name = text.of("opening.way." + group);
    String from = first.rate().percent();
    String to = last.rate().percent();
    return from.equals(to)
        ? text.of("opening.way.same", name, to)
        : text.of("opening.way.moved", name, from, to);
  }

  /** Whether there is a course to draw. */
  public boolean isDrawn() {
    return weeks.size() > 1;
  }
}
