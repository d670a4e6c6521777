package cloud.laurel.signal;

import static cloud.laurel.signal.Watched.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.signal.InvitationRingRule.Pair;
import cloud.laurel.signal.Signal.Subject;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvitationRingTest {

  private static final String INVITED = "teacher.invited";

  @ParameterizedTest
  @EnumSource
  void colleaguesAndALeaderWhoInvitesMakeNoRing(TestDatabase kind) {
    Watched watched = new Watched(kind, "2021-01-05T00:00:00Z");
    for (int day = 0; day < 20; day++) {
      LocalDate on = MONDAY.plusDays(day);
      // the leader of a research group invites all of it again and again
      watched.act(INVITED, "a01", on, "09:00", "a02", "a03", "a04");
      // everybody invites somebody else each day
      watched.act(
          INVITED,
          "b%02d".formatted(day % 12 + 1),
          on,
          "10:00",
          "b%02d".formatted((day * 5 + 3) % 12 + 1));
    }
    // two who thank each other, on two days
    watched.act(INVITED, "a10", MONDAY, "11:00", "a11");
    watched.act(INVITED, "a11", MONDAY, "11:05", "a10");
    watched.act(INVITED, "a10", MONDAY.plusDays(9), "11:00", "a11");
    watched.act(INVITED, "a11", MONDAY.plusDays(9), "11:05", "a10");
    assertThat(watched.look(Kind.INVITATION_RING)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void twoWhoInviteOneAnotherAndACircleOfThreeAreFound(TestDatabase kind) {
    Watched watched = new Watched(kind, "2021-01-05T00:00:00Z");
    for (int day = 0; day < 6; day++) {
      LocalDate on = MONDAY.plusDays(day);
      watched.act(INVITED, "a01", on, "09:00", "a02");
      watched.act(INVITED, "a02", on, "09:01", "a01");
      watched.act(INVITED, "b03", on, "09:00", "b01");
      watched.act(INVITED, "b01", on, "09:01", "b02");
      watched.act(INVITED, "b02", on, "09:02", "b03");
    }
    // now and then somebody from outside
    watched.act(INVITED, "a01", MONDAY.plusDays(8), "09:00", "a09");
    List<Signal> found = watched.look(Kind.INVITATION_RING);
    assertThat(found)
        .extracting(Signal::subject)
        .containsExactly(Subject.account("b01"), Subject.account("a01"));
    Signal two = found.get(1);
    assertThat(two.evidence().accounts()).containsExactly("a01", "a02");
    assertThat(two.evidence().facts())
        .containsEntry("people", 2L)
        .containsEntry("inside", 24L)
        .containsEntry("all", 26L)
        .containsEntry("days", 6L);
    assertThat(two.severity()).isEqualByComparingTo("1.2");
    assertThat(two.firstDay()).isEqualTo(MONDAY);
    assertThat(two.lastDay()).isEqualTo(MONDAY.plusDays(5));
    assertThat(two.school().orElseThrow().code()).isEqualTo("s1");
    assertThat(two.evidence().total()).isEqualTo(12);
    assertThat(two.evidence().rows().get(0).other()).contains("a02");
  }

  @Test
  void aLargeCircleIsTakenApartUntilItsFirmCoreIsSmall() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      pairs.add(new Pair("p" + i, "p" + (i + 1) % 40, 3));
    }
    pairs.add(new Pair("p7", "p8", 9));
    pairs.add(new Pair("p8", "p7", 9));
    assertThat(InvitationRingRule.groups(pairs)).containsExactly(Set.of("p7", "p8"));
  }

  @Test
  void aChainIsNoCircle() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      pairs.add(new Pair("p" + i, "p" + (i + 1), 30));
    }
    assertThat(InvitationRingRule.groups(pairs)).isEmpty();
  }
}
