package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.store.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R17: a roster that arrives late re-judges the actions it touches. */
class R17LateRosterTest {

  private static TestRoster twoSchools() {
    return new TestRoster().school("s1").school("s2");
  }

  @ParameterizedTest
  @EnumSource
  void lateRosterJudgesTheFirstWeekOfANewTeacherAgain(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-11T00:00:00Z")
            .roster(twoSchools().teachers("s1", "t1"), "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.accept(
        TestEngine.named("mon", "lesson.prepared", "new", "2020-12-07T02:00:00Z"),
        TestEngine.named("tue", "lesson.prepared", "new", "2020-12-08T02:00:00Z"),
        TestEngine.named("inv", "teacher.invited", "t1", "2020-12-08T02:00:00Z", "new"));
    assertThat(engine.verdict(campaign, "new", "mon")).isEqualTo("UNKNOWN_ACCOUNT");
    engine.roster(twoSchools().teachers("s1", "t1", "new"), "2020-12-08").settle();
    assertThat(engine.verdict(campaign, "new", "mon")).isEqualTo("UNKNOWN_ACCOUNT");
    assertThat(engine.verdict(campaign, "new", "tue")).isEqualTo("COUNTED");
    assertThat(engine.points(campaign, "new")).isEqualTo(5);
    assertThat(engine.school(campaign, "s1").teachers().points()).isEqualTo(7);
  }
}
