package cloud.laurel.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.replay.Replay;
import cloud.laurel.standing.HonourRule.Candidate;
import cloud.laurel.standing.StandingDiff.HonourChange;
import cloud.laurel.store.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R10: administrators follow the rank of their school, teachers their own points. */
class R10HonoursFollowRanksTest {

  private static final List<Candidate> RANKED =
      List.of(
          new Candidate("a", 1, true),
          new Candidate("b", 2, false),
          new Candidate("c", 2, true),
          new Candidate("d", 2, true),
          new Candidate("e", 5, true));

  private static Honour honour(Honour.Of of, int quota, boolean gated) {
    return new Honour("h", "Honour", Optional.of(of), Optional.of(quota), gated);
  }

  private static List<String> winners(Honour honour) {
    return HonourRule.winners(honour, RANKED).stream().map(Candidate::name).toList();
  }

  @Test
  void administratorsFollowTheirSchoolAndTeachersTheirOwnPoints() {
    assertThat(HonourRule.followsSchool(honour(Honour.Of.ADMINISTRATOR, 1, true))).isTrue();
    assertThat(HonourRule.followsSchool(honour(Honour.Of.SCHOOL, 1, true))).isTrue();
    assertThat(HonourRule.followsSchool(honour(Honour.Of.TEACHER, 1, true))).isFalse();
    assertThat(HonourRule.followsPoints(honour(Honour.Of.TEACHER, 1, true))).isTrue();
    assertThat(HonourRule.followsPoints(honour(Honour.Of.ADMINISTRATOR, 1, true))).isFalse();
  }

  @Test
  void tieAcrossTheCutIsInWhole() {
    assertThat(winners(honour(Honour.Of.SCHOOL, 1, false))).containsExactly("a");
    assertThat(winners(honour(Honour.Of.SCHOOL, 2, false))).containsExactly("a", "b", "c", "d");
    assertThat(winners(honour(Honour.Of.SCHOOL, 9, false))).hasSize(5);
  }

  @Test
  void gateLeavesOutBeforeTheQuotaCuts() {
    assertThat(winners(honour(Honour.Of.SCHOOL, 3, true))).containsExactly("a", "c", "d");
    assertThat(winners(honour(Honour.Of.SCHOOL, 4, true))).containsExactly("a", "c", "d", "e");
  }

  @ParameterizedTest
  @EnumSource
  void proposalTellsWhoWouldEnterAndLeave(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-10T00:00:00Z")
            .roster(
                new TestRoster()
                    .school("s1")
                    .school("s2")
                    .teachers("s1", "t1")
                    .teachers("s2", "t2"),
                "2020-09-01");
    String json =
        TestEngine.notice()
            .replace("\"quota\": null", "\"quota\": 1")
            .replace("\"quota\": 10", "\"quota\": 1")
            .replaceAll("\"gate\": \"OPENING\",", "");
    Campaign campaign = engine.engine.campaigns().create(json, "");
    engine.accept(
        TestEngine.named("1", "lesson.prepared", "t1", "2020-12-07T02:00:00Z"),
        TestEngine.named("2", "resource.uploaded", "t2", "2020-12-07T02:00:00Z"),
        TestEngine.named("3", "notice.published", "t1", "2020-12-07T02:00:00Z"));
    int lesson = json.indexOf("resource.uploaded");
    int points = json.indexOf("\"points\"", lesson);
    String other =
        json.substring(0, points) + "\"points\": 50" + json.substring(json.indexOf(',', points));
    Replay replay =
        engine.engine.replays().propose(campaign, other, campaign.from(), "why", "officer");
    engine.settle();
    Replay done = engine.engine.replays().find(campaign, replay.id()).orElseThrow();
    assertThat(engine.engine.replays().diff(campaign, done).honours())
        .contains(
            new HonourChange(
                "outstanding-school", "优秀学校", List.of("School s2"), List.of("School s1")),
            new HonourChange(
                "outstanding-teacher",
                "优秀教师",
                List.of("FamilyGiven t2 (t2)"),
                List.of("FamilyGiven t1 (t1)")));
  }
}
