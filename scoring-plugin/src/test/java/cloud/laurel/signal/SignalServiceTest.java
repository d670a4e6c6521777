package cloud.laurel.signal;

import static cloud.laurel.signal.Watched.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cloud.laurel.signal.Signal.Event;
import cloud.laurel.signal.Signal.State;
import cloud.laurel.store.Database;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.store.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signals from their finding to the officer's note. */
class SignalServiceTest {

  private static final Kind KIND = Kind.UPLOAD_THEN_WITHDRAW;
  private static final WatchRepository WATCHES = new WatchRepository();

  private static Watched withdrawals(TestDatabase kind, int count) {
    Watched watched = new Watched(kind, "2021-01-05T00:00:00Z");
    withdraw(watched, 0, count);
    return watched;
  }

  private static void withdraw(Watched watched, int from, int to) {
    for (int day = from; day < to; day++) {
      String id = watched.act("resource.uploaded", "a01", MONDAY.plusDays(day), "10:00");
      watched.act("action.withdrawn", "platform", MONDAY.plusDays(day), "11:00", id, Map.of());
    }
  }

  @ParameterizedTest
  @EnumSource
  void lookingAgainRenewsTheSignalAndChangesNothingElse(TestDatabase kind) {
    Watched watched = withdrawals(kind, 5);
    for (int day = 0; day < 5; day++) {
      watched.act("lesson.prepared", "a02", MONDAY.plusDays(day), "23:58");
      watched.act("lesson.prepared", "a02", MONDAY.plusDays(day + 1), "00:02");
    }
    watched.arrive();
    long points = watched.engine.points(watched.campaign, "a02");
    String school = watched.engine.school(watched.campaign, "s1").toString();
    Signal first = watched.look(KIND).get(0);
    assertThat(watched.look(KIND)).containsExactly(first);
    assertThat(watched.engine.points(watched.campaign, "a02")).isEqualTo(points);
    assertThat(watched.engine.school(watched.campaign, "s1").toString()).isEqualTo(school);
    withdraw(watched, 5, 7);
    Signal later = watched.look(KIND).get(0);
    assertThat(later.id()).isEqualTo(first.id());
    assertThat(later.evidence().total()).isEqualTo(7);
    assertThat(later.lastDay()).isEqualTo(MONDAY.plusDays(6));
    assertThat(later.history()).extracting(Event::type).containsExactly(Event.Type.FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void lookedAtStaysSoUntilItHasDoubled(TestDatabase kind) {
    Watched watched = withdrawals(kind, 5);
    long id = watched.look(KIND).get(0).id();
    assertThatThrownBy(() -> watched.service().lookAt(id, "  ", "officer"))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> watched.service().lookAt(id, "x".repeat(1001), "officer"))
        .isInstanceOf(InvalidInput.class);
    assertThat(watched.service().lookAt(id + 1000, "note", "officer")).isFalse();
    assertThat(watched.service().lookAt(id, " asked the school ", "officer")).isTrue();
    withdraw(watched, 5, 9);
    assertThat(watched.look(KIND).get(0).state()).isEqualTo(State.LOOKED_AT);
    withdraw(watched, 9, 10);
    Signal grown = watched.look(KIND).get(0);
    assertThat(grown.state()).isEqualTo(State.NEW);
    assertThat(grown.history())
        .extracting(Event::type, Event::note, Event::by)
        .containsExactly(
            tuple(Event.Type.FOUND, "", ""),
            tuple(Event.Type.LOOKED_AT, "asked the school", "officer"),
            tuple(Event.Type.GREW, "", ""));
    assertThat(watched.look(KIND).get(0).history()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void aCampaignIsWatchedOnceADayInTheSmallHoursAndWhenAsked(TestDatabase kind) {
    Watched watched = withdrawals(kind, 5);
    watched.arrive();
    SignalService service = watched.service();
    assertThat(service.lastWatch(watched.campaign)).isEqualTo(Watch.NEVER);
    service.work();
    Instant first = service.lastWatch(watched.campaign).finishedAt().orElseThrow();
    assertThat(watched.signals(KIND)).hasSize(1);
    // 02:29 of the next local day: not yet
    watched.engine.clock.set("2021-01-05T18:29:00Z");
    service.work();
    assertThat(service.lastWatch(watched.campaign).finishedAt()).contains(first);
    watched.engine.clock.set("2021-01-05T18:30:00Z");
    service.work();
    Instant second = Instant.parse("2021-01-05T18:30:00Z");
    assertThat(service.lastWatch(watched.campaign).finishedAt()).contains(second);
    watched.engine.clock.set("2021-01-05T19:00:00Z");
    service.work();
    assertThat(service.lastWatch(watched.campaign).finishedAt()).contains(second);
    service.ask(watched.campaign);
    assertThat(service.lastWatch(watched.campaign).asked()).isTrue();
    service.work();
    Watch last = service.lastWatch(watched.campaign);
    assertThat(last.finishedAt()).contains(Instant.parse("2021-01-05T19:00:00Z"));
    assertThat(last.asked()).isFalse();
    assertThat(last.failed()).isEmpty();
    assertThat(last.running()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void twoNodesDoNotWatchAtOnceAndAnAbandonedWatchIsTakenUp(TestDatabase kind) {
    Database database = kind.fresh();
    Instant now = Instant.parse("2021-01-05T18:30:00Z");
    assertThat(claim(database, MONDAY, now)).isTrue();
    assertThat(claim(database, MONDAY, now)).isFalse();
    database.useTransaction(tx -> WATCHES.ask(tx, 1, now));
    assertThat(claim(database, MONDAY.plusDays(1), now)).isFalse();
    Instant later = now.plusSeconds(7 * 3600);
    assertThat(claim(database, MONDAY, later)).isTrue();
    database.useTransaction(tx -> WATCHES.finish(tx, 1, List.of(Kind.ONE_HAND), later));
    Watch done = database.read(tx -> WATCHES.find(tx, 1));
    assertThat(done.failed()).containsExactly(Kind.ONE_HAND);
    assertThat(claim(database, MONDAY, later)).isFalse();
  }

  private static boolean claim(Database database, LocalDate day, Instant now) {
    return database.inTransaction(tx -> WATCHES.claim(tx, 1, day, now));
  }

  @ParameterizedTest
  @EnumSource
  void listsAreFilteredOrderedPagedAndCounted(TestDatabase kind) {
    Watched watched = withdrawals(kind, 5);
    for (int who = 1; who <= 6; who++) {
      watched.act("notice.published", "b%02d".formatted(who), MONDAY, "10:00", "n-1", Map.of());
    }
    watched.look(KIND);
    SignalService service = watched.service();
    assertThat(service.counts(watched.campaign))
        .hasSize(Kind.values().length)
        .contains(new KindCount(KIND, 1, 1), new KindCount(Kind.ONE_HAND, 0, 0));
    assertThat(service.page(watched.campaign, SignalFilter.ALL, 0, 50).rows())
        .extracting(Signal::kind)
        .containsExactly(Kind.SHARED_OBJECT, KIND);
    SignalPage second = service.page(watched.campaign, SignalFilter.ALL, 1, 1);
    assertThat(second.total()).isEqualTo(2);
    assertThat(second.rows()).extracting(Signal::kind).containsExactly(KIND);
    for (SignalFilter.Column column : SignalFilter.Column.values()) {
      SignalFilter school =
          new SignalFilter(Optional.empty(), Optional.of(State.NEW), "SCHOOL S1", column, false);
      assertThat(service.page(watched.campaign, school, 0, 50).rows())
          .extracting(Signal::kind)
          .containsExactly(KIND);
    }
    SignalFilter none =
        new SignalFilter(
            Optional.of(KIND), Optional.of(State.LOOKED_AT), "%", SignalFilter.Column.KIND, true);
    assertThat(service.page(watched.campaign, none, 0, 50).total()).isZero();
  }
}
