package cloud.laurel.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Limit;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.plugin.Problem;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.store.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Goals that a school sets for its own people. */
class GoalServiceTest {

  private static final GoalDraft YEAR =
      new GoalDraft("Experience", "TEACHER", List.of(), "9", "CAMPAIGN");
  private static final GoalDraft MONTH =
      new GoalDraft("Lessons", "TEACHER", List.of("lesson-preparation"), "6", "MONTH");

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2021-01-20T00:00:00Z")
        .roster(
            new TestRoster()
                .school("s1")
                .school("s2")
                .teachers("s1", "a", "b")
                .both("s1", "c")
                .teachers("s2", "x"),
            "2020-09-01");
  }

  private static GoalService goals(TestEngine engine) {
    return engine.engine.goals();
  }

  private static List<Goal.Progress> progress(
      TestEngine engine, Campaign campaign, String account) {
    return goals(engine).progress(campaign, engine.engine.roster().find(account).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void pointsOfThePeriodAndTheIndicatorsCountTowardsAGoal(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    goals(engine).create(campaign, "s1", YEAR);
    goals(engine).create(campaign, "s1", MONTH);
    engine.accept(
        engine.action("lesson.prepared", "a", "2020-12-10T02:00:00Z"),
        engine.action("lesson.prepared", "a", "2021-01-10T02:00:00Z"),
        engine.action("lesson.prepared", "a", "2021-01-11T02:00:00Z"),
        engine.action("lesson.prepared", "a", "2021-01-11T03:00:00Z"),
        engine.action("notice.published", "b", "2021-01-11T02:00:00Z"),
        engine.action("lesson.prepared", "x", "2021-01-10T02:00:00Z"));
    assertThat(progress(engine, campaign, "a"))
        .extracting(p -> p.goal().name(), Goal.Progress::earned, Goal.Progress::missing)
        .containsExactly(tuple("Experience", 9L, 0L), tuple("Lessons", 6L, 0L));
    assertThat(progress(engine, campaign, "b"))
        .extracting(Goal.Progress::earned, Goal.Progress::missing)
        .containsExactly(tuple(1L, 8L), tuple(0L, 6L));
    assertThat(progress(engine, campaign, "x")).isEmpty();
    assertThat(goals(engine).reached(campaign, "s1"))
        .extracting(r -> r.goal().name(), Goal.Reached::people, Goal.Reached::reached)
        .containsExactly(tuple("Experience", 3L, 1L), tuple("Lessons", 3L, 1L));
    engine.clock.set("2021-02-02T00:00:00Z");
    assertThat(progress(engine, campaign, "a"))
        .extracting(Goal.Progress::earned)
        .containsExactly(9L, 0L);
    assertThat(goals(engine).reached(campaign, "s1"))
        .extracting(Goal.Reached::reached)
        .containsExactly(1L, 0L);
  }

  @ParameterizedTest
  @EnumSource
  void aGoalIsForItsRoleAndCountsNoOtherPoints(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    goals(engine)
        .create(campaign, "s1", new GoalDraft("Ten", "ADMINISTRATOR", List.of(), "20", "TERM"));
    engine.accept(
        engine.action("grade.created", "c", "2021-01-10T02:00:00Z"),
        engine.action("lesson.prepared", "c", "2021-01-10T02:00:00Z"));
    assertThat(progress(engine, campaign, "a")).isEmpty();
    assertThat(progress(engine, campaign, "c"))
        .extracting(Goal.Progress::earned)
        .containsExactly(10L);
    assertThat(goals(engine).reached(campaign, "s1"))
        .extracting(Goal.Reached::people, Goal.Reached::reached)
        .containsExactly(tuple(1L, 0L));
    engine.clock.set("2021-02-02T00:00:00Z");
    assertThat(progress(engine, campaign, "c"))
        .extracting(Goal.Progress::earned)
        .as("a new term has begun")
        .containsExactly(0L);
  }

  @ParameterizedTest
  @EnumSource
  void aGoalCanBeChangedAndGivenUpByItsSchoolOnly(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    goals(engine).create(campaign, "s1", YEAR);
    goals(engine).create(campaign, "s1", MONTH);
    long id = goals(engine).of(campaign, "s1").get(0).id();
    goals(engine)
        .change(campaign, "s1", id, new GoalDraft(" Use ", "TEACHER", List.of(), "180", "TERM"));
    assertThat(goals(engine).of(campaign, "s1"))
        .extracting(Goal::name, Goal::points, Goal::period)
        .containsExactly(tuple("Lessons", 6L, Limit.Per.MONTH), tuple("Use", 180L, Limit.Per.TERM));
    assertThatThrownBy(() -> goals(engine).change(campaign, "s2", id, YEAR))
        .isInstanceOf(InvalidInput.class);
    goals(engine).delete(campaign, "s2", id);
    assertThat(goals(engine).of(campaign, "s1")).hasSize(2);
    goals(engine).delete(campaign, "s1", id);
    assertThat(goals(engine).of(campaign, "s1")).extracting(Goal::name).containsExactly("Lessons");
  }

  @ParameterizedTest
  @EnumSource
  void everythingThatIsWrongIsSaidAtOnce(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    goals(engine).create(campaign, "s1", YEAR);
    assertThatThrownBy(
            () ->
                goals(engine)
                    .create(
                        campaign,
                        "s1",
                        new GoalDraft("Experience", "STUDENT", List.of(), "0", "DAY")))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::field)
                    .containsExactly("name", "role", "points", "period"));
    assertThatThrownBy(
            () ->
                goals(engine)
                    .create(
                        campaign,
                        "s1",
                        new GoalDraft(
                            " ", "ADMINISTRATOR", List.of("lesson-preparation"), "x", "")))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::field)
                    .containsExactly("name", "indicators", "points", "period"));
    engine.engine.campaigns().close(campaign.code(), "", "");
    Campaign closed = engine.engine.campaigns().find(campaign.code()).orElseThrow();
    assertThatThrownBy(() -> goals(engine).create(closed, "s1", MONTH))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("campaign"));
  }
}
