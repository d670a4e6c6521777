package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.WrongState;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.replay.Replay;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R14: a running campaign changes only through a version that holds from a date. */
class R14RuleVersionTest {

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2021-01-05T00:00:00Z")
        .roster(new TestRoster().school("s1").teachers("s1", "t1"), "2020-09-01");
  }

  private static String twoLessonsADay() {
    String notice = TestEngine.notice();
    int count = notice.indexOf("\"count\": 1", notice.indexOf("\"lesson-preparation\""));
    return notice.substring(0, count) + "\"count\": 2" + notice.substring(count + 10);
  }

  private static Campaign now(TestEngine engine) {
    return engine.engine.campaigns().find("shishou-2020").orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void versionJudgesFromItsFirstDayAndMovesNobodyBeforeItIsPublished(TestDatabase kind) {
    TestEngine engine = engine(kind);
    engine.campaign();
    for (String day : List.of("2020-12-10", "2020-12-11")) {
      for (String time : List.of("T02:00:00Z", "T03:00:00Z", "T04:00:00Z")) {
        engine.accept(engine.action("lesson.prepared", "t1", day + time));
      }
    }
    Replay replay =
        engine
            .engine
            .replays()
            .propose(
                now(engine), twoLessonsADay(), LocalDate.parse("2020-12-11"), "why", "officer");
    engine.settle();
    assertThat(engine.points(now(engine), "t1")).isEqualTo(6);
    engine.engine.replays().publish(now(engine), replay.id(), "", "officer");
    assertThat(engine.points(now(engine), "t1")).isEqualTo(9);
    assertThat(engine.engine.snapshots().of(now(engine))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void runningCampaignCannotBeEdited(TestDatabase kind) {
    TestEngine engine = engine(kind);
    engine.campaign();
    assertThatThrownBy(
            () ->
                engine
                    .engine
                    .campaigns()
                    .edit("shishou-2020", Optional.empty(), twoLessonsADay(), "officer"))
        .isInstanceOf(WrongState.class);
  }
}
