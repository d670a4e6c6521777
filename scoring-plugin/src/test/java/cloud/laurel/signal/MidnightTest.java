package cloud.laurel.signal;

import static cloud.laurel.signal.Watched.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.signal.Signal.Subject;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MidnightTest {

  private static final List<String> WORK =
      List.of("lesson.prepared", "homework.assigned", "notice.published", "marks.created");

  @ParameterizedTest
  @EnumSource
  void lateEveningsAndADeadlineAreNoBurst(TestDatabase kind) {
    Watched watched = new Watched(kind, "2021-01-05T00:00:00Z");
    for (int day = 0; day < 20; day++) {
      LocalDate on = MONDAY.plusDays(day);
      WORK.forEach(work -> watched.act(work, "a01", on, "23:30"));
      WORK.forEach(work -> watched.act(work, "b01", on, "15:00"));
    }
    for (String work : WORK) {
      watched.act(work, "b02", MONDAY, "23:58");
      watched.act(work, "b02", MONDAY.plusDays(1), "00:02");
    }
    assertThat(watched.look(Kind.MIDNIGHT_BURST)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theSameWorkOnBothSidesOfMidnightIsFound(TestDatabase kind) {
    Watched watched = new Watched(kind, "2021-01-05T00:00:00Z");
    for (int day = 0; day < 10; day++) {
      LocalDate on = MONDAY.plusDays(day);
      WORK.forEach(work -> watched.act(work, "a02", on, "10:00"));
      if (day % 2 == 0) {
        watched.act("activity.published", "a01", on, "23:55");
        watched.act("activity.published", "a01", on.plusDays(1), "00:04:59");
      }
    }
    List<Signal> found = watched.look(Kind.MIDNIGHT_BURST);
    assertThat(found).extracting(Signal::subject).containsExactly(Subject.account("a01"));
    assertThat(found.get(0).evidence().facts())
        .containsEntry("edge", 10L)
        .containsEntry("all", 10L)
        .containsEntry("nights", 5L)
        .containsEntry("pairs", 5L);
    assertThat(found.get(0).severity()).isEqualByComparingTo("1.25");
    assertThat(found.get(0).evidence().rows()).hasSize(10);
  }

  @ParameterizedTest
  @EnumSource
  void aSchoolThatSitsUpTogetherIsFoundToo(TestDatabase kind) {
    Watched watched = new Watched(kind, "2021-01-05T00:00:00Z");
    for (int day = 0; day < 4; day++) {
      for (int who = 1; who <= 7; who++) {
        String account = "b%02d".formatted(who);
        watched.act("lesson.prepared", account, MONDAY.plusDays(day), "23:5" + who);
        watched.act("notice.published", account, MONDAY.plusDays(day), "00:0" + who);
      }
    }
    Signal school =
        watched.look(Kind.MIDNIGHT_BURST).stream()
            .filter(s -> s.subject().equals(Subject.school("s2")))
            .findFirst()
            .orElseThrow();
    assertThat(school.evidence().facts()).containsEntry("edge", 56L).containsEntry("people", 7L);
    assertThat(school.evidence().form()).isEqualTo("midnight.school");
    assertThat(school.evidence().rows()).hasSize(Evidence.MOST);
    assertThat(school.evidence().total()).isEqualTo(56);
    assertThat(school.name()).isEqualTo("School s2");
  }
}
