package cloud.laurel.course;

import cloud.laurel.standing.SchoolStandings.Row;
import cloud.laurel.standing.Score;
import cloud.laurel.web.Texts;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How a school's score has grown, week by week, and what moved it last.
 *
 * @param weeks each Sunday's standing and that of the newest day, the first first; empty before the
 *     first night
 * @param conclusion what the chart says, as a sentence
 * @param movement what became of score and rank in seven days; empty in the first week
 */
public record SchoolCourse(List<Week> weeks, String conclusion, String movement) {

  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd");

  /** A standing, scores with two decimals. */
  public record Week(
      String day,
      String label,
      String administrators,
      String teachers,
      String students,
      String score,
      int rank) {

    static Week of(SchoolDay on) {
      Row row = on.row();
      return new Week(
          on.day().toString(),
          SHORT.format(on.day()),
          row.administratorMean().text(),
          row.teacherMean().text(),
          row.studentMean().text(),
          row.score().text(),
          row.rank());
    }
  }

  /** From a school's days, the first day first. */
  static SchoolCourse of(List<SchoolDay> days, Texts text) {
    if (days.isEmpty()) {
      return new SchoolCourse(List.of(), "", "");
    }
    SchoolDay last = days.get(days.size() - 1);
    List<Week> weeks =
        days.stream()
            .filter(on -> on.day().getDayOfWeek() == DayOfWeek.SUNDAY || on == last)
            .map(Week::of)
            .toList();
    return new SchoolCourse(
        weeks,
        text.filled(
            "schoolCourse.conclusion",
            List.of(last.day().toString(), last.row().score().text(), last.row().rank())),
        weekBefore(days, last).map(before -> movement(before.row(), last.row(), text)).orElse(""));
  }

  private static Optional<SchoolDay> weekBefore(List<SchoolDay> days, SchoolDay last) {
    return days.stream()
        .filter(on -> ChronoUnit.DAYS.between(on.day(), last.day()) == CourseService.WEEK)
        .findFirst();
  }

  private static String movement(Row before, Row now, Texts text) {
    List<String> parts = new ArrayList<>();
    part("score.administrators", before.administratorMean(), now.administratorMean(), text, parts);
    part("score.teachers", before.teacherMean(), now.teacherMean(), text, parts);
    part("score.students", before.studentMean(), now.studentMean(), text, parts);
    String score =
        text.filled(
            "schoolCourse.score",
            List.of(
                signed(before.score(), now.score()),
                parts.isEmpty()
                    ? text.of("schoolCourse.unmoved")
                    : String.join(text.of("schoolCourse.and"), parts)));
    int places = before.rank() - now.rank();
    String rank =
        places == 0
            ? text.of("schoolCourse.sameRank", now.rank())
            : text.filled(
                places > 0 ? "schoolCourse.up" : "schoolCourse.down",
                List.of(before.rank(), now.rank(), Math.abs(places)));
    return score + rank;
  }

  private static void part(String name, Score before, Score now, Texts text, List<String> parts) {
    if (!before.equals(now)) {
      parts.add(text.of("schoolCourse.part", text.of(name), signed(before, now)));
    }
  }

  /** The difference of two exact scores, with its sign. */
  private static String signed(Score before, Score now) {
    BigFraction difference = now.exact().subtract(before.exact());
    String sign = difference.signum() < 0 ? "−" : "+";
    return sign + new Score(difference.abs()).text();
  }
}
