package cloud.laurel.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.replay.Replay;
import cloud.laurel.standing.StandingDiff.HonourChange;
import cloud.laurel.store.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R10: administrators follow the rank of their school, teachers their own points. */
class R10HonoursFollowRanksTest {

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
                List.of("Given t2 Family (t2)"),
                List.of("Given t1 Family (t1)")));
  }
}
