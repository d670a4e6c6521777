package cloud.laurel.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.campaign.Role;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.standing.NextStep.Kind;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a school is told to do next brings just what is promised, to the last decimal. */
class NextStepTest {

  private static final String NOW = "2020-12-20T10:00:00+08:00";

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2020-12-20T03:00:00Z")
        .roster(
            new TestRoster()
                .school("s1")
                .administrators("s1", "a1", "a2")
                .teachers("s1", "t1", "t2", "t3")
                .pupils(
                    "s1",
                    3,
                    IntStream.rangeClosed(1, 7).mapToObj(i -> "p" + i).toArray(String[]::new)),
            "2020-09-01");
  }

  private static List<NextStep> steps(TestEngine engine, Campaign campaign) {
    return engine.engine.standings().nextSteps(campaign, engine.school(campaign, "s1"));
  }

  private static NextStep step(TestEngine engine, Campaign campaign, Kind kind) {
    return steps(engine, campaign).stream().filter(s -> s.kind() == kind).findFirst().orElseThrow();
  }

  private static void assertBrings(
      TestEngine engine, Campaign campaign, NextStep step, Score before) {
    assertThat(engine.school(campaign, "s1").score()).isEqualTo(before.plus(step.gain()));
  }

  @ParameterizedTest
  @EnumSource
  void openFunctionsBringWhatIsPromised(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(engine.action("grade.created", "a1", NOW));
    NextStep step = step(engine, campaign, Kind.FUNCTIONS);
    assertThat(step.actions()).isEqualTo(19);
    assertThat(step.gain().text()).isEqualTo("95.00");
    Score before = engine.school(campaign, "s1").score();
    for (String administrator : List.of("a1", "a2")) {
      campaign.indicators().stream()
          .filter(i -> i.role() == Role.ADMINISTRATOR)
          .map(Indicator::actions)
          .forEach(
              types -> engine.accept(engine.action(types.iterator().next(), administrator, NOW)));
    }
    assertBrings(engine, campaign, step, before);
    assertThat(steps(engine, campaign)).noneMatch(s -> s.kind() == Kind.FUNCTIONS);
  }

  @ParameterizedTest
  @EnumSource
  void thePupilsWhoAreMissingLiftTheMonth(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(engine.action("homework.completed", "p1", NOW));
    NextStep step = step(engine, campaign, Kind.PUPILS);
    // two of seven more make 3/7 = 42.8 %; course study would need three
    assertThat(step.name()).isEqualTo("完成作业");
    assertThat(step.actions()).isEqualTo(2);
    assertThat(step.points()).isEqualTo(10);
    assertThat(step.until()).isEqualTo(Optional.of(LocalDate.parse("2020-12-31")));
    Score before = engine.school(campaign, "s1").score();
    engine.accept(engine.action("homework.completed", "p2", NOW));
    assertThat(engine.school(campaign, "s1").score()).isEqualTo(before);
    engine.accept(engine.action("homework.completed", "p3", NOW));
    assertBrings(engine, campaign, step, before);
    assertThat(step(engine, campaign, Kind.PUPILS).actions()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void teachersWithoutAPointLiftTheMeanByTheBestFunction(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(engine.action("resource.uploaded", "t1", NOW));
    NextStep step = step(engine, campaign, Kind.TEACHERS);
    assertThat(step.name()).isEqualTo("备课");
    assertThat(step.actions()).isEqualTo(2);
    Score before = engine.school(campaign, "s1").score();
    engine.accept(engine.action("lesson.prepared", "t2", NOW));
    engine.accept(engine.action("lesson.prepared", "t3", NOW));
    assertBrings(engine, campaign, step, before);
    assertThat(steps(engine, campaign)).noneMatch(s -> s.kind() == Kind.TEACHERS);
  }

  @ParameterizedTest
  @EnumSource
  void whatBringsMostForOneActionComesFirst(TestDatabase kind) {
    TestEngine engine = engine(kind);
    // 10 points over two administrators, 10 over one month and three pupils, 3 over three teachers
    assertThat(steps(engine, engine.campaign()))
        .extracting(NextStep::kind)
        .containsExactly(Kind.FUNCTIONS, Kind.PUPILS, Kind.TEACHERS);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsPromisedOnceScoringIsOver(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    SchoolDetail school = engine.school(campaign, "s1");
    engine.clock.set("2021-07-02T00:00:00Z");
    assertThat(engine.engine.standings().nextSteps(campaign, school)).isEmpty();
  }
}
