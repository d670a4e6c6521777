package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.store.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R13: an award belongs to the school the person was in at the time. */
class R13SchoolOfTheActionsTimeTest {

  private static TestRoster twoSchools() {
    return new TestRoster().school("s1").school("s2");
  }

  @ParameterizedTest
  @EnumSource
  void awardsStayWithTheSchoolOfTheActionsTime(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2021-01-05T00:00:00Z")
            .roster(twoSchools().teachers("s1", "t1", "x").teachers("s2", "t2"), "2020-09-01")
            .roster(twoSchools().teachers("s1", "x").teachers("s2", "t2", "t1"), "2020-12-15");
    Campaign campaign = engine.campaign();
    engine.accept(
        engine.action("lesson.prepared", "t1", "2020-12-14T15:59:59Z"),
        engine.action("lesson.prepared", "t1", "2020-12-14T16:00:00Z"),
        engine.action("notice.published", "t1", "2020-12-20T00:00:00Z"));
    assertThat(engine.school(campaign, "s1").teachers().points()).isEqualTo(3);
    assertThat(engine.school(campaign, "s1").teachers().count()).isEqualTo(1);
    assertThat(engine.school(campaign, "s2").teachers().points()).isEqualTo(4);
    assertThat(engine.school(campaign, "s2").teachers().mean().text()).isEqualTo("2.00");
    assertThat(engine.points(campaign, "t1")).isEqualTo(7);
  }
}
