package cloud.laurel.signal;

import static cloud.laurel.signal.Watched.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.signal.SchoolJumpRule.Jump;
import cloud.laurel.signal.Signal.Subject;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchoolJumpTest {

  /** So many teachers prepare a lesson on so many days of each week, in turn. */
  private static void weeks(Watched watched, String school, int... lessons) {
    for (int week = 0; week < lessons.length; week++) {
      for (int lesson = 0; lesson < lessons[week]; lesson++) {
        watched.act(
            "lesson.prepared",
            "%s%02d".formatted(school, lesson % 12 + 1),
            MONDAY.plusWeeks(week).plusDays(lesson / 12),
            "10:00");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void holidaysAndOrdinaryWeeksAreNoJump(TestDatabase kind) {
    // a Wednesday: the running week is not judged
    Watched watched = new Watched(kind, "2021-02-10T00:00:00Z");
    weeks(watched, "a", 20, 24, 18, 22, 0, 0, 21, 30, 26);
    weeks(watched, "b", 10, 12, 9, 60);
    assertThat(watched.look(Kind.SCHOOL_JUMP)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aWeekFarOutsideTheSchoolsOwnPastIsFound(TestDatabase kind) {
    Watched watched = new Watched(kind, "2021-02-10T00:00:00Z");
    weeks(watched, "a", 10, 12, 9, 11, 10, 12, 10, 60);
    weeks(watched, "b", 60, 58, 62, 60, 61, 59, 60, 64);
    List<Signal> found = watched.look(Kind.SCHOOL_JUMP);
    assertThat(found).extracting(Signal::subject).containsExactly(Subject.school("s1"));
    Signal jump = found.get(0);
    assertThat(jump.aspect()).isEqualTo("2021-01-25");
    assertThat(jump.firstDay()).isEqualTo(LocalDate.parse("2021-01-25"));
    assertThat(jump.lastDay()).isEqualTo(LocalDate.parse("2021-01-31"));
    // 60 lessons of 3 points; usually 30; spread counts as 10 points; 30 + 6 * 10 = 90
    assertThat(jump.evidence().facts())
        .containsEntry("points", 180L)
        .containsEntry("median", 30L)
        .containsEntry("limit", 91L)
        .containsEntry("history", 7L);
    assertThat(jump.severity()).isEqualByComparingTo("1.97");
    assertThat(jump.evidence().total()).isEqualTo(12);
    assertThat(jump.evidence().rows().get(0).points()).isEqualTo(15);
  }

  @Test
  void mediansOfEvenCountsStayExact() {
    SortedMap<LocalDate, Long> weeks = new TreeMap<>();
    List<Long> points = List.of(100L, 101L, 100L, 101L, 100L, 101L, 221L, 222L);
    for (int week = 0; week < points.size(); week++) {
      weeks.put(MONDAY.plusWeeks(week), points.get(week));
    }
    // median 100.5, a fifth of it 20.1: noticed above 221.1
    assertThat(SchoolJumpRule.jumps(weeks, MONDAY).stream().map(Jump::points)).doesNotContain(221L);
    weeks.put(MONDAY.plusWeeks(6), 222L);
    weeks.remove(MONDAY.plusWeeks(7));
    assertThat(SchoolJumpRule.jumps(weeks, MONDAY).stream().map(Jump::points))
        .containsExactly(222L);
    assertThat(SchoolJumpRule.jumps(weeks, MONDAY.plusWeeks(7))).isEmpty();
  }
}
