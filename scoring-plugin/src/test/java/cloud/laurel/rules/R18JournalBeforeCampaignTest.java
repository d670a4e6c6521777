package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.standing.SchoolDetail.Month;
import cloud.laurel.store.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R18: a campaign judges what was journalled before it was created. */
class R18JournalBeforeCampaignTest {

  private static TestRoster twoSchools() {
    return new TestRoster().school("s1").school("s2");
  }

  @ParameterizedTest
  @EnumSource
  void campaignJudgesWhatWasJournalledBeforeItWasCreated(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2021-01-05T00:00:00Z")
            .roster(twoSchools().teachers("s1", "t1").pupils("s1", 4, "p1"), "2020-09-01")
            .accept(
                TestEngine.named("1", "lesson.prepared", "t1", "2020-12-08T02:00:00Z"),
                TestEngine.named("2", "lesson.prepared", "t1", "2020-12-08T03:00:00Z"),
                TestEngine.named("3", "course.studied", "p1", "2020-12-08T03:00:00Z"));
    Campaign campaign = engine.campaign();
    assertThat(engine.engine.standings().schools(campaign).pending()).isEqualTo(3);
    engine.settle();
    assertThat(engine.engine.standings().schools(campaign).pending()).isZero();
    assertThat(engine.points(campaign, "t1")).isEqualTo(3);
    assertThat(engine.verdict(campaign, "t1", "2")).isEqualTo("LIMIT_REACHED");
    assertThat(engine.school(campaign, "s1").months()).extracting(Month::points).contains(30);
  }
}
