package cloud.laurel.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.input.TestFiles;
import cloud.laurel.input.Upload;
import cloud.laurel.plan.PlanRefused.Why;
import cloud.laurel.plan.TrainingEvent.What;
import cloud.laurel.plugin.Problem;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.store.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A school's training log. */
class TrainingServiceTest {

  private static TrainingDraft draft(String day, String topic, String participants) {
    return new TrainingDraft(day, "", topic, "多媒体教室", participants, "", List.of(), Set.of());
  }

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2020-12-20T00:00:00Z")
        .roster(
            new TestRoster()
                .school("s1")
                .school("s2")
                .administrators("s1", "a")
                .teachers("s2", "t"),
            "2020-09-01");
  }

  @ParameterizedTest
  @EnumSource
  void entriesAreCountedChangedAndRemovedWithAHistory(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    TrainingService trainings = engine.engine.trainings();
    trainings.add(campaign, "s1", "a", draft("2020-12-05", "备课", "40"));
    trainings.add(campaign, "s1", "a", draft("2020-12-12", "作业", "35"));
    assertThat(trainings.counts(campaign))
        .containsOnlyKeys("s1")
        .containsEntry("s1", new TrainingCount(2, 75));
    Training newest = trainings.of(campaign, "s1").get(0);
    assertThat(newest.topic()).isEqualTo("作业");
    Upload photo = new Upload("照片.png", TestFiles.png());
    trainings.change(
        campaign,
        "s1",
        "a",
        newest.id(),
        newest.version(),
        new TrainingDraft(
            "2020-12-12",
            "2020-12-13",
            "作业管理",
            "",
            "36",
            "https://example.org/a",
            List.of(photo),
            Set.of()));
    assertThatThrownBy(() -> trainings.remove(campaign, "s1", "a", newest.id(), newest.version()))
        .isInstanceOfSatisfying(PlanRefused.class, e -> assertThat(e.why()).isEqualTo(Why.CHANGED));
    Training changed = trainings.of(campaign, "s1").get(0);
    assertThat(changed.files()).hasSize(1);
    long file = changed.files().get(0).id();
    assertThat(trainings.file(campaign, "s1", changed.id(), file)).isPresent();
    assertThat(trainings.file(campaign, "s2", changed.id(), file)).isEmpty();
    assertThatThrownBy(() -> trainings.remove(campaign, "s2", "t", changed.id(), 2))
        .isInstanceOfSatisfying(PlanRefused.class, e -> assertThat(e.why()).isEqualTo(Why.UNKNOWN));
    trainings.remove(campaign, "s1", "a", changed.id(), changed.version());
    assertThat(trainings.counts(campaign)).containsEntry("s1", new TrainingCount(1, 40));
    assertThat(trainings.history(campaign, "s1"))
        .extracting(TrainingEvent::what, TrainingEvent::words)
        .containsExactly(
            tuple(What.REMOVED, "2020-12-12～2020-12-13\u3000作业管理\u300036"),
            tuple(What.FILE_ADDED, "照片.png"),
            tuple(What.CHANGED, "2020-12-12～2020-12-13\u3000作业管理\u300036"),
            tuple(What.ADDED, "2020-12-12\u3000作业\u3000多媒体教室\u300035"),
            tuple(What.ADDED, "2020-12-05\u3000备课\u3000多媒体教室\u300040"));
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLoggedBeforeItHappenedOrWithoutItsFigures(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    TrainingDraft draft =
        new TrainingDraft(
            "2020-12-21", "2020-12-20", "", "", "many", "ftp://x", List.of(), Set.of());
    assertThatThrownBy(() -> engine.engine.trainings().add(campaign, "s1", "a", draft))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::field, Problem::problem)
                    .containsExactly(
                        tuple("from", "notYet"),
                        tuple("to", "beforeStart"),
                        tuple("topic", "missing"),
                        tuple("participants", "notANumber"),
                        tuple("link", "notALink")));
  }
}
