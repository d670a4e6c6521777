package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.standing.LedgerPage;
import cloud.laurel.store.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R15: the set of actions decides, not their order, batches or repeats. */
class R15OrderOfArrivalTest {

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2021-01-05T00:00:00Z")
        .roster(
            new TestRoster().school("s1").school("s2").teachers("s1", "t1").teachers("s2", "t2"),
            "2020-09-01");
  }

  private static List<PlatformAction> actions(TestEngine engine) {
    return List.of(
        TestEngine.named("1", "lesson.prepared", "t1", "2020-12-08T02:00:00Z"),
        TestEngine.named("2", "lesson.prepared", "t1", "2020-12-08T01:00:00Z"),
        TestEngine.named("3", "teacher.invited", "t1", "2020-12-08T01:00:00Z", "t2"),
        TestEngine.named("4", "teacher.invited", "t2", "2020-12-08T00:30:00Z", "t1"),
        TestEngine.named("5", "notice.published", "t2", "2020-12-08T01:00:00Z"),
        engine.withdrawal("4", "2020-12-08T05:00:00Z"),
        engine.withdrawal("2", "2020-12-08T05:00:00Z"));
  }

  private static List<LedgerPage.Row> delivered(TestDatabase kind, List<Integer> order) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    List<PlatformAction> actions = actions(engine);
    order.forEach(i -> engine.accept(actions.get(i), actions.get(i)));
    assertThat(engine.points(campaign, "t1")).isEqualTo(5);
    assertThat(engine.school(campaign, "s2").teachers().points()).isEqualTo(3);
    List<LedgerPage.Row> ledger = new ArrayList<>(engine.ledger(campaign, "t1"));
    ledger.addAll(engine.ledger(campaign, "t2"));
    return ledger;
  }

  @ParameterizedTest
  @EnumSource
  void anyOrderWithRepeatsGivesTheSameLedgers(TestDatabase kind) {
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6));
    List<LedgerPage.Row> expected = delivered(kind, order);
    for (int shuffle = 1; shuffle <= 5; shuffle++) {
      Collections.shuffle(order, new Random(shuffle));
      assertThat(delivered(kind, order)).as("order " + order).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sixteenThreadsRacingForOneDailyLimitGetOneAward(TestDatabase kind) throws Exception {
    TestEngine engine =
        new TestEngine(kind, "2021-01-05T00:00:00Z")
            .roster(new TestRoster().school("s1").teachers("s1", "t1"), "2020-09-01");
    Campaign campaign = engine.campaign();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      PlatformAction action =
          TestEngine.named("race-" + (100 - i), "lesson.prepared", "t1", "2020-12-10T05:00:00Z");
      done.add(threads.submit(() -> engine.accept(action, action)));
    }
    for (Future<?> future : done) {
      future.get();
    }
    threads.shutdown();
    assertThat(engine.points(campaign, "t1")).isEqualTo(3);
    assertThat(engine.ledger(campaign, "t1"))
        .hasSize(64)
        .filteredOn(r -> r.counted())
        .singleElement()
        .satisfies(r -> assertThat(r.id()).isEqualTo("race-100"));
    assertThat(engine.school(campaign, "s1").teachers().points()).isEqualTo(3);
  }
}
