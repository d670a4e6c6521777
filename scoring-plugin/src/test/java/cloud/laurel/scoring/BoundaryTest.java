package cloud.laurel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.store.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Days, months and the window are those of Asia/Shanghai, of the action, not of its arrival. */
class BoundaryTest {

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2021-01-05T00:00:00Z")
        .roster(
            new TestRoster()
                .school("s1")
                .teachers("s1", "t1", "t2")
                .administrators("s1", "a1")
                .both("s1", "ta")
                .pupils("s1", 3, "p1"),
            "2020-09-01");
  }

  @ParameterizedTest
  @EnumSource
  void midnightInShanghaiParts15_59_59From16_00(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        engine.action("lesson.prepared", "t1", "2020-12-10T15:59:59.999999Z"),
        engine.action("lesson.prepared", "t1", "2020-12-10T16:00:00Z"),
        engine.action("lesson.prepared", "t2", "2020-12-10T16:00:00Z"),
        engine.action("lesson.prepared", "t2", "2020-12-11T15:59:59Z"));
    assertThat(engine.points(campaign, "t1")).isEqualTo(6);
    assertThat(engine.points(campaign, "t2")).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void theWindowHoldsItsFirstAndItsLastSecond(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        TestEngine.named("early", "lesson.prepared", "t1", "2020-11-30T15:59:59Z"),
        TestEngine.named("first", "lesson.prepared", "t1", "2020-11-30T16:00:00Z"),
        TestEngine.named("last", "lesson.prepared", "t1", "2021-06-30T15:59:59Z"),
        TestEngine.named("late", "lesson.prepared", "t1", "2021-06-30T16:00:00Z"));
    assertThat(engine.points(campaign, "t1")).isEqualTo(6);
    assertThat(engine.verdict(campaign, "t1", "early")).isEqualTo("OUTSIDE_WINDOW");
    assertThat(engine.verdict(campaign, "t1", "first")).isEqualTo("COUNTED");
    assertThat(engine.verdict(campaign, "t1", "last")).isEqualTo("COUNTED");
    assertThat(engine.verdict(campaign, "t1", "late")).isEqualTo("OUTSIDE_WINDOW");
  }

  @ParameterizedTest
  @EnumSource
  void monthsOfPupilsEndAtMidnightInShanghai(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(engine.action("course.studied", "p1", "2020-12-31T15:59:59Z"));
    assertThat(engine.school(campaign, "s1").months())
        .extracting(m -> m.points())
        .containsExactly(30, 0);
    engine.accept(engine.action("course.studied", "p1", "2020-12-31T16:00:00Z"));
    assertThat(engine.school(campaign, "s1").months())
        .extracting(m -> m.points())
        .containsExactly(30, 30);
  }

  @ParameterizedTest
  @EnumSource
  void lateActionCountsOnItsOwnDayAndTakesThePlaceOfALaterOne(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(TestEngine.named("x2", "lesson.prepared", "t1", "2020-12-10T05:00:00Z"));
    engine.accept(TestEngine.named("x1", "lesson.prepared", "t1", "2020-12-10T04:00:00Z"));
    engine.accept(TestEngine.named("x0", "lesson.prepared", "t1", "2020-12-10T04:00:00Z"));
    assertThat(engine.verdict(campaign, "t1", "x0")).isEqualTo("COUNTED");
    assertThat(engine.verdict(campaign, "t1", "x1")).isEqualTo("LIMIT_REACHED");
    assertThat(engine.verdict(campaign, "t1", "x2")).isEqualTo("LIMIT_REACHED");
    assertThat(engine.points(campaign, "t1")).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalHasItsReason(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        TestEngine.named("1", "coffee.made", "t1", "2020-12-10T05:00:00Z"),
        TestEngine.named("2", "lesson.prepared", "stranger", "2020-12-10T05:00:00Z"),
        TestEngine.named("3", "grade.created", "t1", "2020-12-10T05:00:00Z"),
        TestEngine.named("4", "lesson.prepared", "a1", "2020-12-10T05:00:00Z"),
        TestEngine.named("5", "teacher.invited", "t1", "2020-12-10T05:00:00Z", "t1"));
    assertThat(engine.verdict(campaign, "t1", "1")).isEqualTo("NO_INDICATOR");
    assertThat(engine.verdict(campaign, "stranger", "2")).isEqualTo("UNKNOWN_ACCOUNT");
    assertThat(engine.verdict(campaign, "t1", "3")).isEqualTo("WRONG_ROLE");
    assertThat(engine.verdict(campaign, "a1", "4")).isEqualTo("WRONG_ROLE");
    assertThat(engine.verdict(campaign, "t1", "5")).isEqualTo("CONDITION_FAILED");
    assertThat(engine.points(campaign, "t1")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void invitationPaysBothUnderTheirOwnLimits(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        engine.action("teacher.invited", "t1", "2020-12-10T05:00:00Z", "t2", "stranger", "a1"),
        engine.action("teacher.invited", "t2", "2020-12-10T06:00:00Z", "t1", "ta"));
    assertThat(engine.points(campaign, "t1")).isEqualTo(2);
    assertThat(engine.points(campaign, "t2")).isEqualTo(2);
    assertThat(engine.points(campaign, "ta")).isEqualTo(2);
    assertThat(engine.points(campaign, "a1")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void whoIsBothEarnsInBothRoles(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        engine.action("lesson.prepared", "ta", "2020-12-10T05:00:00Z"),
        engine.action("grade.created", "ta", "2020-12-10T05:00:00Z"));
    assertThat(engine.points(campaign, "ta")).isEqualTo(13);
    assertThat(engine.school(campaign, "s1").administrators().mean().text()).isEqualTo("5.00");
    assertThat(engine.school(campaign, "s1").teachers().mean().text()).isEqualTo("1.00");
  }
}
