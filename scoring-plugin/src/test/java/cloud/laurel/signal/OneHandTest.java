package cloud.laurel.signal;

import static cloud.laurel.signal.Watched.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.signal.Signal.Subject;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OneHandTest {

  private static final List<String> WORK =
      List.of("lesson.prepared", "homework.assigned", "notice.published", "marks.created");

  @ParameterizedTest
  @EnumSource
  void aStaffRoomOneAddressAndATrainingDayAreNoSignal(TestDatabase kind) {
    Watched watched = new Watched(kind, "2021-01-05T00:00:00Z");
    Map<String, Object> school = Map.of("device", "staff-room", "ip", "203.0.113.7", "note", "\"x");
    for (int day = 0; day < 20; day++) {
      LocalDate on = MONDAY.plusDays(day);
      // one after the other at one computer, in another order each day
      for (int who = 0; who < 8; who++) {
        String account = "a%02d".formatted((who * 3 + day) % 8 + 1);
        LocalTime at = LocalTime.of(9, 0).plusMinutes(who * 7);
        for (String work : WORK) {
          at = at.plusSeconds(40);
          watched.act(work, account, on, at.toString(), "", school);
        }
      }
    }
    // a training day: everybody within seconds
    for (int who = 1; who <= 12; who++) {
      watched.act("lesson.prepared", "b%02d".formatted(who), MONDAY, "14:00:%02d".formatted(who));
    }
    assertThat(watched.look(Kind.ONE_HAND)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceAtWhichAccountsChangeQuicklyIsFound(TestDatabase kind) {
    Watched watched = new Watched(kind, "2021-01-05T00:00:00Z");
    for (int day = 0; day < 4; day++) {
      for (int who = 0; who < 4; who++) {
        // half an hour of others' work between school and school keeps them out of lockstep
        String account = who % 2 == 0 ? "a%02d".formatted(who + 1) : "b%02d".formatted(who + 1);
        watched.act(
            WORK.get(who),
            account,
            MONDAY.plusDays(day),
            "20:00:%02d".formatted(who * 15),
            "",
            Map.of("device", "tablet-5", "session", "s" + day));
      }
    }
    List<Signal> found = watched.look(Kind.ONE_HAND);
    assertThat(found).extracting(Signal::subject).containsExactly(Subject.object("tablet-5"));
    Signal device = found.get(0);
    assertThat(device.aspect()).isEqualTo("device");
    assertThat(device.evidence().form()).isEqualTo("hand.device");
    assertThat(device.evidence().facts())
        .containsEntry("accounts", 4L)
        .containsEntry("times", 12L)
        .containsEntry("days", 4L);
    assertThat(device.severity()).isEqualByComparingTo("1.2");
    assertThat(device.school()).isEmpty();
    assertThat(device.evidence().rows().get(0).other()).contains("a03");
  }

  @ParameterizedTest
  @EnumSource
  void anOperatorWhoServesManyIsFoundHoweverSlowly(TestDatabase kind) {
    Watched watched = new Watched(kind, "2021-01-05T00:00:00Z");
    for (int day = 0; day < 6; day++) {
      for (int who = 1; who <= 3; who++) {
        watched.act(
            "lesson.prepared",
            "a%02d".formatted(who),
            MONDAY.plusDays(day),
            "1%d:00".formatted(who),
            "",
            Map.of("operator", "clerk"));
      }
    }
    assertThat(watched.look(Kind.ONE_HAND)).extracting(Signal::aspect).containsExactly("operator");
  }

  @ParameterizedTest
  @EnumSource
  void accountsOfASchoolThatMoveInLockstepAreFound(TestDatabase kind) {
    Watched watched = new Watched(kind, "2021-01-05T00:00:00Z");
    for (int day = 0; day < 6; day++) {
      LocalDate on = MONDAY.plusDays(day);
      for (int what = 0; what < 2; what++) {
        for (int who = 0; who < 3; who++) {
          watched.act(
              WORK.get(what),
              List.of("a07", "a02", "a05").get(who),
              on,
              "%02d:1%d:%02d".formatted(8 + day, what, who * 6));
        }
      }
      watched.act("lesson.prepared", "a09", on, "15:00");
    }
    List<Signal> found = watched.look(Kind.ONE_HAND);
    assertThat(found).extracting(Signal::aspect).containsExactly("lockstep");
    assertThat(found.get(0).subject()).isEqualTo(Subject.account("a02"));
    assertThat(found.get(0).evidence().accounts()).containsExactly("a02", "a05", "a07");
    assertThat(found.get(0).evidence().facts())
        .containsEntry("accounts", 3L)
        .containsEntry("times", 24L)
        .containsEntry("days", 6L);
    assertThat(found.get(0).severity()).isEqualByComparingTo("2.4");
    assertThat(found.get(0).school().orElseThrow().name()).isEqualTo("School s1");
  }
}
