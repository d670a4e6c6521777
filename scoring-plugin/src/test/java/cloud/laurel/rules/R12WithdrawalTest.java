package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.store.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R12: what was taken back makes room for its sibling. */
class R12WithdrawalTest {

  private static TestRoster twoSchools() {
    return new TestRoster().school("s1").school("s2");
  }

  @ParameterizedTest
  @EnumSource
  void withdrawnActionMakesRoomForItsSibling(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2021-01-05T00:00:00Z")
            .roster(twoSchools().teachers("s1", "t1").pupils("s1", 3, "p1", "p2"), "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.accept(
        TestEngine.named("1", "lesson.prepared", "t1", "2020-12-08T02:00:00Z"),
        TestEngine.named("2", "lesson.prepared", "t1", "2020-12-08T03:00:00Z"),
        TestEngine.named("3", "course.studied", "p1", "2020-12-08T03:00:00Z"));
    engine.accept(
        engine.withdrawal("1", "2020-12-09T00:00:00Z"),
        engine.withdrawal("3", "2020-12-09T00:00:00Z"),
        engine.withdrawal("4", "2020-12-09T00:00:00Z"));
    assertThat(engine.verdict(campaign, "t1", "1")).isEqualTo("WITHDRAWN");
    assertThat(engine.verdict(campaign, "t1", "2")).isEqualTo("COUNTED");
    assertThat(engine.points(campaign, "t1")).isEqualTo(3);
    assertThat(engine.school(campaign, "s1").months().get(0).alternatives().get(0).participants())
        .isZero();
    engine.accept(TestEngine.named("4", "notice.published", "t1", "2020-12-08T03:00:00Z"));
    assertThat(engine.verdict(campaign, "t1", "4")).isEqualTo("WITHDRAWN");
  }

  @ParameterizedTest
  @EnumSource
  void withdrawingAWithdrawalBringsNothingBack(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2021-01-05T00:00:00Z")
            .roster(twoSchools().teachers("s1", "t1"), "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.accept(
        TestEngine.named("1", "lesson.prepared", "t1", "2020-12-08T02:00:00Z"),
        engine.withdrawal("1", "2020-12-09T00:00:00Z"),
        engine.withdrawal("w-1", "2020-12-09T01:00:00Z"));
    assertThat(engine.verdict(campaign, "t1", "1")).isEqualTo("WITHDRAWN");
    assertThat(engine.points(campaign, "t1")).isZero();
  }
}
