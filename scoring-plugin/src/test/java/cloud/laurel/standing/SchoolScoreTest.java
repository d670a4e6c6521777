package cloud.laurel.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.store.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rule R6 by hand, over three months. School s1 has 2 administrators, 3 teachers (one without a
 * space) and 5 pupils of grade 3 and up:
 *
 * <ul>
 *   <li>administrators: a1 does 3 functions (30), a2 one of them twice (10): 40 / 2 = 20
 *   <li>teachers: t1 prepares a lesson on 2 days (6) and invites t2 (2); t2 gets 2 and publishes a
 *       notice (1); u1 does nothing: 11 / 3 = 3.666…
 *   <li>pupils: December 2 of 5 study (40 %: 10); January 1 of 5 studies (0) and 4 of 5 finish
 *       homework (80 %: 30); February nothing (0): (10 + 30 + 0) / 3 = 13.333…
 * </ul>
 *
 * Score: 20 + 11/3 + 40/3 = 37 exactly.
 */
class SchoolScoreTest {

  private static TestEngine engine(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2021-02-05T00:00:00Z")
            .roster(
                new TestRoster()
                    .school("s1")
                    .school("s2")
                    .administrators("s1", "a1", "a2")
                    .teachers("s1", "t1", "t2")
                    .unregistered("s1", "u1")
                    .pupils("s1", 3, "p1", "p2", "p3")
                    .pupils("s1", 6, "p4", "p5")
                    .pupils("s1", 2, "y1")
                    .teachers("s2", "z1"),
                "2020-09-01");
    return engine;
  }

  private static void act(TestEngine engine) {
    List<PlatformAction> actions = new ArrayList<>();
    actions.add(engine.action("grade.created", "a1", "2020-12-02T10:00:00+08:00"));
    actions.add(engine.action("class.imported", "a1", "2020-12-02T10:00:00+08:00"));
    actions.add(engine.action("textbook.added", "a1", "2021-01-02T10:00:00+08:00"));
    actions.add(engine.action("term.edited", "a2", "2020-12-02T10:00:00+08:00"));
    actions.add(engine.action("term.created", "a2", "2020-12-03T10:00:00+08:00"));
    actions.add(engine.action("lesson.prepared", "t1", "2020-12-02T10:00:00+08:00"));
    actions.add(engine.action("lesson.prepared", "t1", "2021-01-12T10:00:00+08:00"));
    actions.add(engine.action("teacher.invited", "t1", "2021-01-12T10:00:00+08:00", "t2"));
    actions.add(engine.action("notice.published", "t2", "2021-01-12T10:00:00+08:00"));
    for (String pupil : List.of("p1", "p2", "y1")) {
      actions.add(engine.action("course.studied", pupil, "2020-12-12T10:00:00+08:00"));
    }
    actions.add(engine.action("course.studied", "p1", "2021-01-12T10:00:00+08:00"));
    for (String pupil : List.of("p1", "p2", "p4", "p5")) {
      actions.add(engine.action("homework.completed", pupil, "2021-01-12T10:00:00+08:00"));
    }
    engine.accept(actions.toArray(PlatformAction[]::new));
  }

  @ParameterizedTest
  @EnumSource
  void scoreIsTheSumOfThreeExactMeans(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    act(engine);
    SchoolDetail school = engine.school(campaign, "s1");
    assertThat(school.administrators().mean()).isEqualTo(Score.of(20));
    assertThat(school.teachers()).isEqualTo(new SchoolDetail.Mean(3, 11, Score.mean(11, 3)));
    assertThat(school.months()).extracting(SchoolDetail.Month::points).containsExactly(10, 30, 0);
    assertThat(school.studentMean().text()).isEqualTo("13.33");
    assertThat(school.score()).isEqualTo(Score.of(37));
    assertThat(school.rank()).isEqualTo(1);
    assertThat(school.teacherOpening().rate().percent()).isEqualTo("66.6");
    assertThat(school.studentOpening().eligible()).isEqualTo(5);
    assertThat(school.passesOpeningGate()).isFalse();
    assertThat(engine.school(campaign, "s2").score()).isEqualTo(Score.ZERO);
  }

  @ParameterizedTest
  @EnumSource
  void divisorAndStudentMeanAreSettings(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign =
        engine
            .engine
            .campaigns()
            .create(
                TestEngine.notice()
                    .replace(
                        "\"schoolScore\": {",
                        "\"schoolScore\": {\"divisor\": \"REGISTERED\", \"studentMean\": \"SUM\","),
                "");
    act(engine);
    SchoolDetail school = engine.school(campaign, "s1");
    assertThat(school.teachers().mean().text()).isEqualTo("5.50");
    assertThat(school.studentMean()).isEqualTo(Score.of(40));
  }

  @ParameterizedTest
  @EnumSource
  void unionCountsPupilsWhoTookPartInEitherWay(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign =
        engine
            .engine
            .campaigns()
            .create(TestEngine.notice().replace("BEST_ALTERNATIVE", "UNION"), "");
    engine.accept(
        engine.action("course.studied", "p1", "2020-12-12T10:00:00+08:00"),
        engine.action("homework.completed", "p1", "2020-12-12T10:00:00+08:00"),
        engine.action("homework.completed", "p2", "2020-12-12T10:00:00+08:00"),
        engine.action("course.studied", "p3", "2020-12-12T10:00:00+08:00"));
    SchoolDetail.Month december = engine.school(campaign, "s1").months().get(0);
    assertThat(december.alternatives())
        .singleElement()
        .satisfies(a -> assertThat(a.participants()).isEqualTo(3));
    assertThat(december.points()).isEqualTo(20);
  }
}
