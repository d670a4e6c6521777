package cloud.laurel.signal;

import static cloud.laurel.signal.Watched.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.signal.Signal.Subject;
import cloud.laurel.store.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WithdrawalAndObjectTest {

  private static final String UPLOADED = "resource.uploaded";

  private static void takeBack(Watched watched, String account, int days, int withdrawn) {
    for (int day = 0; day < days; day++) {
      String id = watched.act(UPLOADED, account, MONDAY.plusDays(day), "10:00");
      if (day < withdrawn) {
        watched.act(
            "action.withdrawn", "platform", MONDAY.plusDays(day + 1), "08:00", id, Map.of());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoCorrectsAMistakeNowAndThenIsLeftAlone(TestDatabase kind) {
    Watched watched = new Watched(kind, "2021-01-05T00:00:00Z");
    takeBack(watched, "a01", 20, 6);
    takeBack(watched, "a02", 4, 4);
    assertThat(watched.look(Kind.UPLOAD_THEN_WITHDRAW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whoTakesBackMostOfItIsFound(TestDatabase kind) {
    Watched watched = new Watched(kind, "2021-01-05T00:00:00Z");
    takeBack(watched, "a01", 10, 8);
    takeBack(watched, "a02", 20, 1);
    List<Signal> found = watched.look(Kind.UPLOAD_THEN_WITHDRAW);
    assertThat(found).extracting(Signal::subject).containsExactly(Subject.account("a01"));
    assertThat(found.get(0).evidence().facts())
        .containsEntry("withdrawn", 8L)
        .containsEntry("all", 10L)
        .containsEntry("days", 8L);
    assertThat(found.get(0).severity()).isEqualByComparingTo("1.6");
    assertThat(found.get(0).evidence().rows().get(0).endedAt()).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void researchGroupsAndASharedLessonAreNoSignal(TestDatabase kind) {
    Watched watched = new Watched(kind, "2021-01-05T00:00:00Z");
    for (int who = 1; who <= 12; who++) {
      String account = "a%02d".formatted(who);
      watched.act("research-group.joined", account, MONDAY, "10:00", "group", Map.of());
      watched.act(UPLOADED, account, MONDAY, "10:00", "own-" + who, Map.of());
      if (who <= 4) {
        watched.act("lesson.prepared", account, MONDAY, "11:00", "lesson", Map.of());
      }
      // a platform on which notices are always those of a class, and share its number
      for (int day = 0; day < 20; day++) {
        watched.act(
            "notice.published", account, MONDAY.plusDays(day), "09:00", "class-" + day, Map.of());
      }
    }
    assertThat(watched.look(Kind.SHARED_OBJECT)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void oneResourceThatTenCountIsFound(TestDatabase kind) {
    Watched watched = new Watched(kind, "2021-01-05T00:00:00Z");
    for (int who = 1; who <= 10; who++) {
      String account = "a%02d".formatted(who);
      watched.act(UPLOADED, account, MONDAY.plusDays(who % 3), "10:00", "r-7", Map.of());
      watched.act(UPLOADED, account, MONDAY.plusDays(5), "10:00", "own-" + who, Map.of());
    }
    List<Signal> found = watched.look(Kind.SHARED_OBJECT);
    assertThat(found).extracting(Signal::subject).containsExactly(Subject.object("r-7"));
    assertThat(found.get(0).name()).isEqualTo("Object r-7");
    assertThat(found.get(0).aspect()).isEqualTo("resource-upload");
    assertThat(found.get(0).evidence().facts())
        .containsEntry("accounts", 10L)
        .containsEntry("points", 10L);
    assertThat(found.get(0).severity()).isEqualByComparingTo("2");
    assertThat(found.get(0).evidence().accounts()).hasSize(10);
  }
}
