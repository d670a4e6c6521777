package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.store.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R2: once per local day of the action, not of its arrival. */
class R02TeacherOncePerLocalDayTest {

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2021-01-05T00:00:00Z")
        .roster(new TestRoster().school("s1").teachers("s1", "t1", "t2"), "2020-09-01");
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
  void actionsThatArriveTogetherCountOnTheirOwnDays(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        TestEngine.named("1", "lesson.prepared", "t1", "2020-12-10T04:00:00Z"),
        TestEngine.named("2", "lesson.prepared", "t1", "2020-12-11T04:00:00Z"),
        TestEngine.named("3", "lesson.prepared", "t1", "2020-12-11T05:00:00Z"));
    assertThat(engine.points(campaign, "t1")).isEqualTo(6);
    assertThat(engine.verdict(campaign, "t1", "3")).isEqualTo("LIMIT_REACHED");
    assertThat(engine.ledger(campaign, "t1").get(0).day()).isEqualTo("2020-12-11");
  }

  @ParameterizedTest
  @EnumSource
  void dayOfTheCampaignsZoneDecidesAlsoWhereClocksArePutForward(TestDatabase kind) {
    TestEngine engine = engine(kind);
    engine
        .engine
        .campaigns()
        .create(TestEngine.notice().replace("Asia/Shanghai", "America/New_York"), "");
    Campaign campaign = engine.engine.campaigns().find("shishou-2020").orElseThrow();
    engine.accept(
        engine.action("lesson.prepared", "t1", "2021-03-14T05:00:00Z"),
        engine.action("lesson.prepared", "t1", "2021-03-15T03:59:59.999999Z"),
        engine.action("lesson.prepared", "t1", "2021-03-15T04:00:00Z"));
    assertThat(engine.points(campaign, "t1")).isEqualTo(6);
  }
}
