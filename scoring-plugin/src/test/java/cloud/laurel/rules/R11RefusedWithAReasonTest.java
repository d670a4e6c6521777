package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.store.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R11: what does not count is refused with its reason, and kept. */
class R11RefusedWithAReasonTest {

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2021-01-05T00:00:00Z")
        .roster(
            new TestRoster().school("s1").teachers("s1", "t1").administrators("s1", "a1"),
            "2020-09-01");
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
  void overTheLimitAndRepeatedAreTold(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    PlatformAction first = TestEngine.named("1", "lesson.prepared", "t1", "2020-12-10T05:00:00Z");
    engine.accept(first, TestEngine.named("2", "lesson.prepared", "t1", "2020-12-10T06:00:00Z"));
    assertThat(engine.verdict(campaign, "t1", "2")).isEqualTo("LIMIT_REACHED");
    assertThat(engine.engine.intake().accept(List.of(first, first)).repeated()).isEqualTo(2);
    assertThat(engine.ledger(campaign, "t1")).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void failedConditionIsTold(TestDatabase kind) {
    TestEngine engine = engine(kind);
    String notice = TestEngine.notice();
    int lesson = notice.indexOf("\"lesson-preparation\"");
    int points = notice.indexOf("\"points\"", lesson);
    Campaign campaign =
        engine
            .engine
            .campaigns()
            .create(
                notice.substring(0, points)
                    + "\"condition\": \"hour < 22\", "
                    + notice.substring(points),
                "");
    engine.accept(
        TestEngine.named("late", "lesson.prepared", "t1", "2020-12-10T22:00:00+08:00"),
        TestEngine.named("intime", "lesson.prepared", "t1", "2020-12-10T21:59:59.999999+08:00"));
    assertThat(engine.verdict(campaign, "t1", "late")).isEqualTo("CONDITION_FAILED");
    assertThat(engine.verdict(campaign, "t1", "intime")).isEqualTo("COUNTED");
  }
}
