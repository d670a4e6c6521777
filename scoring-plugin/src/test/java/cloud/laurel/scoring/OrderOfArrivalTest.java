package cloud.laurel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.store.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules R15 and R16: the set of actions decides, not their order, batches or repeats. */
class OrderOfArrivalTest {

  private static final Set<String> TEACHERS = Set.of("t1", "t2", "t3", "t4", "ta");
  private static final Set<String> ADMINISTRATORS = Set.of("a1", "ta");
  private static final List<String> TYPES =
      List.of(
          "resource.uploaded",
          "lesson.prepared",
          "research-group.joined",
          "homework.assigned",
          "marks.created",
          "notice.published",
          "teacher.invited",
          "grade.created",
          "class.created",
          "textbook.added",
          "coffee.made");
  private static final List<String> PEOPLE = List.of("t1", "t2", "t3", "t4", "ta", "a1", "nobody");

  @ParameterizedTest
  @EnumSource
  void anyOrderAnyBatchesAnyRepeatsGiveTheReferencesPoints(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2021-07-05T00:00:00Z")
            .roster(
                new TestRoster()
                    .school("s1")
                    .school("s2")
                    .teachers("s1", "t1", "t2")
                    .teachers("s2", "t3", "t4")
                    .both("s2", "ta")
                    .administrators("s1", "a1"),
                "2020-09-01");
    Campaign campaign = engine.campaign();
    long seed = System.nanoTime();
    Map<String, Long> expected = new TreeMap<>();
    for (int history = 0; history < 40; history++) {
      Random random = new Random(seed + history);
      List<PlatformAction> actions = history(engine, random, history);
      new ReferenceRules(TEACHERS, ADMINISTRATORS)
          .points(actions)
          .forEach((account, points) -> expected.merge(account, points, Long::sum));
      deliver(engine, actions, random);
      expected.forEach(
          (account, points) ->
              assertThat(engine.points(campaign, account))
                  .as("points of %s, histories from seed %d", account, seed)
                  .isEqualTo(points));
    }
    long teachers =
        expected.entrySet().stream()
            .filter(e -> Set.of("t1", "t2").contains(e.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    assertThat(engine.school(campaign, "s1").teachers().points()).isEqualTo(teachers);
  }

  /** Each history has days of its own; administrators act in the first only. */
  static List<PlatformAction> history(TestEngine engine, Random random, int history) {
    Instant start = Instant.parse("2020-11-30T12:00:00Z").plusSeconds(history * 5L * 86_400);
    List<PlatformAction> actions = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String type = TYPES.get(random.nextInt(history == 0 ? TYPES.size() : 7));
      String[] counterparts =
          type.equals("teacher.invited")
              ? new String[] {PEOPLE.get(random.nextInt(7)), PEOPLE.get(random.nextInt(7))}
              : new String[0];
      String at =
          start.plusSeconds(random.nextInt(4 * 86_400)).plusMillis(random.nextInt(2)).toString();
      actions.add(engine.action(type, PEOPLE.get(random.nextInt(7)), at, counterparts));
    }
    for (int i = 0; i < 5; i++) {
      String target = actions.get(random.nextInt(60)).id();
      actions.add(engine.withdrawal(target, start.plusSeconds(500_000).toString()));
    }
    return actions;
  }

  private static void deliver(TestEngine engine, List<PlatformAction> actions, Random random) {
    List<PlatformAction> shuffled = new ArrayList<>(actions);
    shuffled.addAll(actions.subList(0, 20));
    Collections.shuffle(shuffled, random);
    for (int from = 0; from < shuffled.size(); ) {
      int to = Math.min(shuffled.size(), from + 1 + random.nextInt(25));
      engine.engine.intake().accept(shuffled.subList(from, to));
      from = to;
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
