package cloud.laurel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.roster.Membership;
import cloud.laurel.standing.PersonStanding.InRole;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rule R8 at scale: ranks are read from a spread of points that is kept in step, and are at every
 * moment those that counting everybody would give.
 */
class PointSpreadTest {

  private static final List<String> PEOPLE = List.of("t1", "t2", "t3", "t4", "t5", "ta", "a1");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2021-03-05T00:00:00Z")
        .roster(
            new TestRoster()
                .school("s1")
                .school("s2")
                .teachers("s1", "t1", "t2")
                .teachers("s2", "t3", "t4")
                .both("s2", "ta")
                .administrators("s1", "a1"),
            "2020-09-01");
  }

  @ParameterizedTest
  @EnumSource
  void staysExactThroughHistoriesRostersDaysMonthsAndTrials(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    requireExact(engine, campaign, "nothing done yet");
    for (int history = 0; history < 4; history++) {
      deliver(engine, TestActions.history(engine, random, history));
      requireExact(engine, campaign, "history " + history);
    }
    engine.roster(
        new TestRoster().school("s1").teachers("s1", "t1", "t5").administrators("s1", "a1"),
        "2020-12-05");
    requireExact(engine, campaign, "t2 has left and t5 come, not judged again yet");
    deliver(engine, TestActions.history(engine, random, 4));
    requireExact(engine.settle(), campaign, "judged again");
    engine.roster(
        new TestRoster().school("s2").teachers("s2", "t1", "t3").both("s2", "ta"), "2021-03-06");
    requireExact(engine, campaign, "t4 leaves tomorrow");
    engine.clock.set("2021-03-06T00:00:00Z");
    deliver(engine, TestActions.history(engine, random, 5));
    requireExact(engine, campaign, "a new day, asked before the worker noticed");
    engine.engine.campaigns().decideMonth(campaign.code(), YearMonth.of(2020, 12), false, "", "r");
    requireExact(engine.settle(), campaign, "a month closed");
    tryOtherRules(engine, campaign);
  }

  private void tryOtherRules(TestEngine engine, Campaign campaign) {
    String other = TestEngine.notice().replace("\"points\": 3", "\"points\": 4");
    engine.engine.replays().propose(campaign, other, campaign.from(), "", "officer");
    Campaign trial =
        engine.engine.database().read(engine.engine.campaigns()::judging).stream()
            .filter(Campaign::isOnTrial)
            .findFirst()
            .orElseThrow();
    requireExact(engine, trial, "on trial, nothing judged yet");
    deliver(engine, TestActions.history(engine, random, 6));
    requireExact(engine.settle(), trial, "on trial, in step");
    requireExact(engine, campaign, "beside a trial");
  }

  @ParameterizedTest
  @EnumSource
  void staysExactWhileBatchesAndTheWorkerRunAtOnce(TestDatabase kind) throws Exception {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    ExecutorService threads = Executors.newFixedThreadPool(5);
    List<Future<?>> done = new ArrayList<>();
    for (int history = 0; history < 8; history++) {
      List<PlatformAction> actions = TestActions.history(engine, random, history);
      for (int from = 0; from < actions.size(); from += 13) {
        List<PlatformAction> batch = actions.subList(from, Math.min(from + 13, actions.size()));
        done.add(threads.submit(() -> engine.engine.intake().accept(batch)));
      }
      done.add(threads.submit(engine::settle));
    }
    for (Future<?> future : done) {
      future.get();
    }
    threads.shutdown();
    requireExact(engine, campaign, "after the race");
    requireExact(engine.settle(), campaign, "everything folded");
    assertThat(
            engine
                .engine
                .database()
                .<Long, RuntimeException>read(
                    tx -> tx.select("SELECT count(*) FROM point_move").mapTo(Long.class).one()))
        .isZero();
  }

  private void deliver(TestEngine engine, List<PlatformAction> actions) {
    for (int from = 0; from < actions.size(); ) {
      int to = Math.min(actions.size(), from + 1 + random.nextInt(25));
      engine.engine.intake().accept(actions.subList(from, to));
      from = to;
      if (random.nextInt(4) == 0) {
        engine.engine.standings().fold();
      }
    }
  }

  /** Counts everybody, and compares each one's rank. */
  private void requireExact(TestEngine engine, Campaign campaign, String when) {
    LocalDate day = campaign.referenceDay(engine.engine.campaigns().today(campaign));
    Map<Role, List<Long>> points = new EnumMap<>(Role.class);
    for (String account : PEOPLE) {
      engine.engine.roster().find(account).stream()
          .flatMap(person -> person.on(day).stream())
          .map(Membership::role)
          .distinct()
          .forEach(
              role ->
                  points
                      .computeIfAbsent(role, r -> new ArrayList<>())
                      .add(place(engine, campaign, account, role).points()));
    }
    points.forEach(
        (role, all) -> {
          for (String account : PEOPLE) {
            if (engine.engine.roster().find(account).isPresent()) {
              requireExact(engine, campaign, account, role, all, when);
            }
          }
        });
  }

  private void requireExact(
      TestEngine engine,
      Campaign campaign,
      String account,
      Role role,
      List<Long> all,
      String when) {
    engine.person(campaign, account).roles().stream()
        .filter(r -> r.role() == role)
        .forEach(
            place -> {
              assertThat(place.rank())
                  .as("rank of %s as %s, %s, seed %d", account, role, when, seed)
                  .isEqualTo(1 + all.stream().filter(p -> p > place.points()).count());
              assertThat(place.among())
                  .as("%s, %s, seed %d", role, when, seed)
                  .isEqualTo(all.size());
            });
  }

  private static InRole place(TestEngine engine, Campaign campaign, String account, Role role) {
    return engine.person(campaign, account).roles().stream()
        .filter(r -> r.role() == role)
        .findFirst()
        .orElseThrow();
  }
}
