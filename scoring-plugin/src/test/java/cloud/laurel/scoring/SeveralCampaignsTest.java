package cloud.laurel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.replay.Replay;
import cloud.laurel.standing.SchoolStandings;
import cloud.laurel.store.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Campaigns of the city and of a school side by side: one action may count in each. */
class SeveralCampaignsTest {

  @ParameterizedTest
  @EnumSource
  void schoolsOwnCampaignJudgesItsPeopleAlone(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-10T00:00:00Z")
            .roster(
                new TestRoster()
                    .school("s1")
                    .school("s2")
                    .teachers("s1", "t1", "t2")
                    .teachers("s2", "t3"),
                "2020-09-01");
    Campaign city = engine.campaign();
    Campaign school =
        engine
            .engine
            .campaigns()
            .create(
                TestEngine.notice()
                    .replace("\"shishou-2020\"", "\"school\"")
                    .replace("\"phases\"", "\"schools\": [\"s1\"], \"phases\"")
                    .replace("\"points\": 3", "\"points\": 5"),
                "");
    engine
        .accept(
            TestEngine.named("1", "lesson.prepared", "t1", "2020-12-07T02:00:00Z"),
            TestEngine.named("2", "lesson.prepared", "t3", "2020-12-07T02:00:00Z"),
            TestEngine.named("3", "teacher.invited", "t2", "2020-12-07T02:00:00Z", "t3"),
            TestEngine.named("4", "unheard.of", "t3", "2020-12-07T02:00:00Z"))
        .settle();
    assertThat(engine.points(city, "t1")).isEqualTo(3);
    assertThat(engine.points(school, "t1")).isEqualTo(5);
    assertThat(engine.points(city, "t3")).isEqualTo(5);
    assertThat(engine.points(school, "t3")).isZero();
    assertThat(engine.ledger(school, "t3")).isEmpty();
    assertThat(engine.points(school, "t2")).isEqualTo(2);
    assertThat(engine.engine.standings().schools(school).rows())
        .extracting(SchoolStandings.Row::code)
        .containsExactly("s1");
    assertThat(engine.person(school, "t1").roles().get(0).among()).isEqualTo(2);
    assertThat(engine.person(city, "t1").roles().get(0).among()).isEqualTo(3);
    for (Campaign campaign : engine.engine.campaigns().all()) {
      Replay check = engine.engine.replays().check(campaign, "");
      engine.settle();
      assertThat(engine.engine.replays().find(campaign, check.id()).orElseThrow().differences())
          .isZero();
    }
  }
}
