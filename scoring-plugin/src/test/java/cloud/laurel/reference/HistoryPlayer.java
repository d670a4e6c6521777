package cloud.laurel.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.journal.Correction;
import cloud.laurel.reference.History.Batch;
import cloud.laurel.reference.History.Clock;
import cloud.laurel.reference.History.Correct;
import cloud.laurel.reference.History.Decide;
import cloud.laurel.reference.History.Event;
import cloud.laurel.reference.History.Listed;
import cloud.laurel.reference.History.Propose;
import cloud.laurel.reference.History.Publish;
import cloud.laurel.reference.History.Start;
import cloud.laurel.reference.History.Upload;
import cloud.laurel.replay.Replay;
import cloud.laurel.store.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lets histories happen to one engine, each on its emptied database. */
final class HistoryPlayer {

  private static final Set<String> KEPT = Set.of("laurel_schema_history", "stripe", "roster_lock");

  private final TestDatabase kind;
  private final TestEngine test;
  private final List<String> tables;
  private final Map<String, Replay> trials = new TreeMap<>();

  HistoryPlayer(TestDatabase kind) {
    this.kind = kind;
    this.test = new TestEngine(kind.kept(), "2021-02-01T00:00:00Z");
    this.tables = tables();
  }

  /** Plays all of it from the beginning. */
  void play(History history) {
    empty();
    trials.clear();
    history.events().forEach(this::happens);
  }

  Set<String> lines(String campaign, Set<String> people) {
    return new EngineStandings(test.engine, campaign).lines(people);
  }

  private List<String> tables() {
    return test.engine
        .database()
        .read(
            tx ->
                tx.createQuery(
                        "SELECT table_name FROM information_schema.tables"
                            + " WHERE table_schema = current_schema"
                            + " AND table_type = 'BASE TABLE'")
                    .mapTo(String.class)
                    .filter(t -> !KEPT.contains(t))
                    .list());
  }

  private void empty() {
    test.engine
        .database()
        .useTransaction(
            tx -> {
              if (kind == TestDatabase.H2) {
                tx.execute("SET REFERENTIAL_INTEGRITY FALSE");
                tables.forEach(t -> tx.execute("DELETE FROM " + t));
                tx.execute("SET REFERENTIAL_INTEGRITY TRUE");
              } else {
                tx.execute("TRUNCATE " + String.join(", ", tables));
              }
            });
  }

  private void happens(Event event) {
    if (event instanceof Clock clock) {
      test.clock.set(clock.now().toString());
    } else if (event instanceof Upload upload) {
      test.roster(roster(upload), upload.effective().toString());
    } else if (event instanceof Batch batch) {
      test.engine.intake().accept(batch.actions());
    } else if (event instanceof Start start) {
      test.engine.campaigns().create(start.rules().json(), "");
    } else if (event instanceof Propose proposal) {
      propose(proposal);
    } else if (event instanceof Publish publish) {
      Replay tried = trials.remove(publish.campaign());
      test.engine.replays().publish(campaign(publish.campaign()), tried.id(), "", "");
    } else if (event instanceof Decide decide) {
      test.engine
          .campaigns()
          .decideMonth(decide.campaign(), decide.month(), decide.open(), "bureau", "a reason");
    } else if (event instanceof Correct correct) {
      correct(correct);
    } else {
      test.settle();
    }
  }

  private static TestRoster roster(Upload upload) {
    TestRoster roster = new TestRoster();
    upload.named().forEach(roster::school);
    for (Listed p : upload.people()) {
      roster.person(
          p.account(),
          p.schools(),
          p.roles().stream().map(HistoryPlayer::word).collect(Collectors.toList()),
          p.grade(),
          p.registered().map(Instant::toString).orElse(""),
          p.activated().map(Instant::toString).orElse(""));
    }
    return roster;
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private void propose(Propose proposal) {
    String code = proposal.rules().code();
    Replay replay =
        test.engine
            .replays()
            .propose(campaign(code), proposal.rules().json(), proposal.validFrom(), "why", "");
    trials.put(code, replay);
  }

  private void correct(Correct c) {
    Correction correction =
        new Correction(
            campaign(c.campaign()).id(),
            c.account(),
            c.line(),
            c.school(),
            c.occurredAt(),
            Optional.empty(),
            c.reference());
    test.engine.database().useTransaction(tx -> test.engine.intake().correct(tx, correction));
  }

  private Campaign campaign(String code) {
    return test.engine.campaigns().find(code).orElseThrow();
  }

  /** Nothing waits any more, and the engine's own nightly checks found nothing either. */
  void assertInOrder(String code) {
    Campaign campaign = campaign(code);
    assertThat(test.engine.standings().schools(campaign).pending()).isZero();
    for (Replay replay : test.engine.replays().of(campaign)) {
      assertThat(test.engine.replays().differences(replay, 0, 10)).isEmpty();
    }
  }
}
