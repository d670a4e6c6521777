package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.standing.SchoolStandings;
import cloud.laurel.standing.Score;
import cloud.laurel.store.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R8: scores that are exactly equal share a rank: 1, 2, 2, 4. */
class R08EqualScoresShareARankTest {

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2020-12-20T00:00:00Z")
        .roster(
            new TestRoster()
                .school("s1")
                .school("s2")
                .school("s3")
                .school("s4")
                .teachers("s1", "a1", "a2", "a3")
                .teachers("s2", "b1")
                .teachers("s3", "c1", "c2", "c3")
                .teachers("s4", "d1"),
            "2020-09-01");
  }

  @ParameterizedTest
  @EnumSource
  void schoolsRankOneTwoTwoFour(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        engine.action("lesson.prepared", "b1", "2020-12-10T05:00:00Z"),
        engine.action("notice.published", "a1", "2020-12-10T05:00:00Z"),
        engine.action("resource.uploaded", "c2", "2020-12-10T05:00:00Z"));
    List<SchoolStandings.Row> rows = engine.engine.standings().schools(campaign).rows();
    assertThat(rows).extracting(SchoolStandings.Row::code).containsExactly("s2", "s1", "s3", "s4");
    assertThat(rows).extracting(SchoolStandings.Row::rank).containsExactly(1, 2, 2, 4);
    assertThat(rows.get(1).score()).isEqualTo(Score.mean(1, 3)).isEqualTo(rows.get(2).score());
  }

  @ParameterizedTest
  @EnumSource
  void peopleRankOneTwoTwoFour(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        engine.action("lesson.prepared", "b1", "2020-12-10T05:00:00Z"),
        engine.action("notice.published", "a1", "2020-12-10T05:00:00Z"),
        engine.action("resource.uploaded", "c2", "2020-12-10T05:00:00Z"));
    assertThat(List.of("b1", "a1", "c2", "d1"))
        .extracting(account -> engine.person(campaign, account).roles().get(0).rank())
        .containsExactly(1L, 2L, 2L, 4L);
  }
}
