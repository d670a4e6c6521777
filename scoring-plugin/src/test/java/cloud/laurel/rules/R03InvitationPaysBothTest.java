package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.store.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R3: the inviter and each invited teacher get 2, each under the own daily limit. */
class R03InvitationPaysBothTest {

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2021-01-05T00:00:00Z")
        .roster(
            new TestRoster()
                .school("s1")
                .teachers("s1", "t1", "t2")
                .administrators("s1", "a1")
                .both("s1", "ta"),
            "2020-09-01");
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
  void nobodyInvitesOnlyThemselves(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        TestEngine.named("1", "teacher.invited", "t1", "2020-12-10T05:00:00Z", "t1"),
        TestEngine.named("2", "teacher.invited", "t1", "2020-12-11T05:00:00Z", "t1", "t2"));
    assertThat(engine.verdict(campaign, "t1", "1")).isEqualTo("CONDITION_FAILED");
    assertThat(engine.points(campaign, "t1")).isEqualTo(2);
    assertThat(engine.points(campaign, "t2")).isEqualTo(2);
  }
}
