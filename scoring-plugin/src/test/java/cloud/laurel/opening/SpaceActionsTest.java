package cloud.laurel.opening;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.replay.Replay;
import cloud.laurel.standing.SchoolDetail.Opening;
import cloud.laurel.store.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Spaces that people register and activate while a campaign runs. */
class SpaceActionsTest {

  private static final String NOW = "2020-12-20T00:00:00Z";

  private static TestRoster roster() {
    return new TestRoster()
        .school("s1")
        .unregistered("s1", "t1")
        .unregistered("s1", "t2")
        .teachers("s1", "t3")
        .pupils("s1", 4, "p1", "p2")
        .pupils("s1", 2, "young");
  }

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, NOW).roster(roster(), "2020-09-01");
  }

  private static Opening teachers(TestEngine engine, Campaign campaign) {
    return engine.school(campaign, "s1").teacherOpening();
  }

  private static void requireRight(TestEngine engine, Campaign campaign) {
    Replay check = engine.engine.replays().check(campaign, "officer");
    engine.settle();
    assertThat(engine.engine.replays().find(campaign, check.id()))
        .hasValueSatisfying(r -> assertThat(r.state()).isEqualTo(Replay.State.DONE));
    assertThat(engine.engine.replays().differences(check, 0, 20)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void countsFollowAtOnceAndTheVerdictStaysInTheLedger(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    assertThat(teachers(engine, campaign)).isEqualTo(new Opening(3, 1, 1));
    engine.accept(
        TestEngine.named("r", "space.registered", "t1", "2020-12-10T02:00:00Z"),
        TestEngine.named("a", "space.activated", "t2", "2020-12-11T02:00:00Z"),
        TestEngine.named("p", "space.registered", "p1", "2020-12-11T02:00:00Z"),
        TestEngine.named("y", "space.registered", "young", "2020-12-11T02:00:00Z"),
        TestEngine.named("tomorrow", "space.activated", "t1", "2020-12-21T02:00:00Z"));
    assertThat(teachers(engine, campaign)).isEqualTo(new Opening(3, 3, 2));
    assertThat(engine.school(campaign, "s1").studentOpening()).isEqualTo(new Opening(2, 1, 0));
    assertThat(engine.verdict(campaign, "t1", "r")).isEqualTo("NO_INDICATOR");
    requireRight(engine, campaign);
    engine.clock.set("2020-12-22T00:00:00Z");
    assertThat(teachers(engine, campaign)).isEqualTo(new Opening(3, 3, 3));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTakenBackWasNeverSaid(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        TestEngine.named("r", "space.registered", "t1", "2020-12-10T02:00:00Z"),
        TestEngine.named("a", "space.activated", "t1", "2020-12-12T02:00:00Z"),
        TestEngine.named("t3", "space.activated", "t3", "2020-08-12T02:00:00Z"));
    engine.accept(engine.withdrawal("r", NOW), engine.withdrawal("t3", NOW));
    assertThat(teachers(engine, campaign)).isEqualTo(new Opening(3, 2, 2));
    engine.accept(engine.withdrawal("a", NOW), engine.withdrawal("later", NOW));
    assertThat(teachers(engine, campaign)).isEqualTo(new Opening(3, 1, 1));
    engine.accept(TestEngine.named("later", "space.activated", "t2", "2020-12-12T02:00:00Z"));
    assertThat(teachers(engine, campaign)).isEqualTo(new Opening(3, 1, 1));
    requireRight(engine, campaign);
  }

  @ParameterizedTest
  @EnumSource
  void laterRosterLosesNothingAndBringsThoseWhoWereUnknown(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        TestEngine.named("r", "space.registered", "t1", "2020-12-10T02:00:00Z"),
        TestEngine.named("n", "space.activated", "new", "2020-12-10T02:00:00Z"));
    assertThat(teachers(engine, campaign)).isEqualTo(new Opening(3, 2, 1));
    engine.roster(roster().unregistered("s1", "new"), "2020-12-01").settle();
    assertThat(teachers(engine, campaign)).isEqualTo(new Opening(4, 3, 2));
    assertThat(engine.verdict(campaign, "new", "n")).isEqualTo("NO_INDICATOR");
    engine.roster(roster().unregistered("s1", "new"), "2020-12-19").settle();
    assertThat(teachers(engine, campaign)).isEqualTo(new Opening(4, 3, 2));
    engine.accept(engine.withdrawal("r", NOW));
    assertThat(teachers(engine, campaign)).isEqualTo(new Opening(4, 2, 2));
    requireRight(engine, campaign);
  }

  @ParameterizedTest
  @EnumSource
  void anyOrderOfActionsAndRostersGivesTheSame(TestDatabase kind) {
    Set<String> results = new HashSet<>();
    for (int order = 0; order < 6; order++) {
      TestEngine engine = new TestEngine(kind, NOW);
      Campaign campaign = engine.campaign();
      List<Runnable> steps = new ArrayList<>();
      steps.add(() -> engine.roster(roster(), "2020-09-01"));
      steps.add(() -> engine.roster(roster().unregistered("s1", "new"), "2020-12-05"));
      for (PlatformAction action :
          List.of(
              TestEngine.named("1", "space.registered", "t1", "2020-12-08T02:00:00Z"),
              TestEngine.named("2", "space.registered", "t1", "2020-12-07T02:00:00Z"),
              TestEngine.named("3", "space.activated", "t1", "2020-12-09T02:00:00Z"),
              TestEngine.named("4", "space.activated", "new", "2020-12-09T02:00:00Z"),
              TestEngine.named("5", "space.registered", "t2", "2020-12-09T02:00:00Z"),
              engine.withdrawal("2", NOW),
              engine.withdrawal("5", NOW))) {
        steps.add(() -> engine.accept(action, action));
      }
      Collections.shuffle(steps, new Random(order));
      steps.forEach(Runnable::run);
      engine.settle();
      results.add(
          teachers(engine, campaign)
              + engine.engine.opening().weeks(campaign, Optional.empty()).toString()
              + spaces(engine));
      requireRight(engine, campaign);
    }
    assertThat(results).hasSize(1);
  }

  private static String spaces(TestEngine engine) {
    return engine
        .engine
        .database()
        .read(
            tx ->
                tx.createQuery(
                        "SELECT account, space_registered_at, space_activated_at FROM person"
                            + " ORDER BY account")
                    .mapToMap()
                    .list()
                    .toString());
  }

  @ParameterizedTest
  @EnumSource
  void batchesRostersAndWithdrawalsAtOnceStayRight(TestDatabase kind) throws Exception {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String account = List.of("t1", "t2", "p1", "new").get(i % 4);
      String id = "x" + i;
      String type = i % 3 == 0 ? "space.activated" : "space.registered";
      done.add(
          threads.submit(
              () -> engine.accept(TestEngine.named(id, type, account, "2020-12-08T02:00:00Z"))));
      if (i % 2 == 0) {
        done.add(threads.submit(() -> engine.accept(engine.withdrawal(id, NOW))));
      }
      if (i % 5 == 0) {
        String day = "2020-12-1" + i / 5;
        done.add(threads.submit(() -> engine.roster(roster().unregistered("s1", "new"), day)));
      }
    }
    for (Future<?> future : done) {
      future.get();
    }
    threads.shutdown();
    requireRight(engine.settle(), campaign);
  }
}
