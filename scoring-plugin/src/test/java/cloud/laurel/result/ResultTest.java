package cloud.laurel.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.WrongState;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.standing.RankedBy;
import cloud.laurel.standing.Snapshot;
import cloud.laurel.standing.SnapshotService;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.store.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a campaign came to is frozen when it closes. */
class ResultTest {

  private TestEngine engine;
  private Campaign campaign;

  private void start(TestDatabase kind) {
    engine =
        new TestEngine(kind, "2021-07-02T00:00:00Z")
            .roster(
                new TestRoster()
                    .central("c")
                    .school("s1", "c")
                    .school("s2", "c")
                    .school("s3")
                    .administrators("s1", "a1")
                    .both("s2", "b2")
                    .teachers("s1", "t1", "t2")
                    .teachers("s3", "t3")
                    .unregistered("s3", "t4")
                    .pupils("s1", 3, "p1", "p2"),
                "2020-09-01");
    campaign = engine.campaign();
    engine
        .accept(
            engine.action("lesson.prepared", "t1", "2020-12-05T10:00:00+08:00"),
            engine.action("lesson.prepared", "t2", "2020-12-05T10:00:00+08:00"),
            engine.action("lesson.prepared", "t1", "2020-12-06T10:00:00+08:00"),
            engine.action("lesson.prepared", "t3", "2020-12-06T10:00:00+08:00"),
            engine.action("lesson.prepared", "b2", "2020-12-06T10:00:00+08:00"),
            engine.action("class.created", "b2", "2020-12-06T10:00:00+08:00"),
            engine.action("course.studied", "p1", "2020-12-06T10:00:00+08:00"))
        .settle();
  }

  private Result result() {
    return engine.engine.results().of(campaign);
  }

  private void close() {
    campaign = engine.engine.campaigns().close(campaign.code(), "bureau", "");
  }

  private List<Snapshot> snapshots() {
    return engine.engine.snapshots().of(campaign);
  }

  @ParameterizedTest
  @EnumSource
  void aFrozenResultIsWhatItWasBefore(TestDatabase kind) {
    start(kind);
    Result before = result();
    assertThat(before.snapshot()).isEmpty();
    List<PersonResult> teachers = engine.engine.results().teachers(campaign, before);
    List<PersonResult> administrators = engine.engine.results().administrators(campaign, before);
    close();
    Result frozen = result();
    assertThat(frozen.snapshot()).contains(snapshots().get(0));
    assertThat(frozen.schools().stream().map(SchoolResult::row).toList())
        .isEqualTo(before.schools().stream().map(SchoolResult::row).toList());
    assertThat(frozen.figures()).isEqualTo(before.figures()).containsEntry("schools", "3");
    assertThat(engine.engine.results().teachers(campaign, frozen)).isEqualTo(teachers);
    assertThat(engine.engine.results().administrators(campaign, frozen)).isEqualTo(administrators);
    assertThat(teachers)
        .extracting(PersonResult::account, PersonResult::points, PersonResult::rank)
        .containsExactly(
            tuple("t1", 6L, 1L), tuple("b2", 3L, 2L), tuple("t2", 3L, 2L), tuple("t3", 3L, 2L));
    assertThat(administrators).extracting(PersonResult::account).containsExactly("b2", "a1");
  }

  @ParameterizedTest
  @EnumSource
  void laterChangesOfTheRosterDoNotTouchIt(TestDatabase kind) {
    start(kind);
    close();
    Result frozen = result();
    engine.roster(new TestRoster().school("s1").teachers("s1", "new"), "2020-10-01").settle();
    assertThat(result().schools()).isEqualTo(frozen.schools());
    Snapshot corrected =
        engine
            .engine
            .results()
            .correct(engine.engine.campaigns(), campaign.code(), "bureau", "名册补报");
    assertThat(corrected.occasion()).isEqualTo(Snapshot.Occasion.CORRECTION);
    assertThat(corrected.reason()).isEqualTo("名册补报");
    assertThat(corrected.hash()).isNotEqualTo(frozen.snapshot().orElseThrow().hash());
    assertThat(result().snapshot()).contains(corrected);
    assertThat(result().school("s1").orElseThrow().parts().teachers().count()).isEqualTo(1);
    assertThat(
            engine
                .engine
                .results()
                .of(campaign, frozen.snapshot().orElseThrow().id())
                .orElseThrow()
                .schools())
        .as("the old one stays")
        .isEqualTo(frozen.schools());
  }

  @ParameterizedTest
  @EnumSource
  void aSecondSnapshotOfTheSameDataHasTheSameHash(TestDatabase kind) {
    start(kind);
    close();
    engine.engine.results().correct(engine.engine.campaigns(), campaign.code(), "bureau", "again");
    assertThat(snapshots())
        .extracting(Snapshot::hash)
        .hasSize(2)
        .containsOnly(snapshots().get(0).hash());
  }

  @Test
  void bothDatabasesGiveTheSameHash() {
    start(TestDatabase.H2);
    close();
    SnapshotService service = engine.engine.snapshots();
    String content = service.content(campaign, snapshots().get(0).id()).orElseThrow();
    String hash = snapshots().get(0).hash();
    start(TestDatabase.POSTGRESQL);
    close();
    assertThat(engine.engine.snapshots().content(campaign, snapshots().get(0).id()))
        .contains(content);
    assertThat(snapshots().get(0).hash()).isEqualTo(hash);
  }

  @ParameterizedTest
  @EnumSource
  void onlyAClosedCampaignIsCorrectedAndOnlyWithAReason(TestDatabase kind) {
    start(kind);
    ResultService results = engine.engine.results();
    assertThatThrownBy(
            () -> results.correct(engine.engine.campaigns(), campaign.code(), "bureau", "why"))
        .isInstanceOf(WrongState.class);
    close();
    assertThatThrownBy(
            () -> results.correct(engine.engine.campaigns(), campaign.code(), "bureau", "  "))
        .isInstanceOf(InvalidInput.class);
    assertThat(snapshots()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void figuresAndBoardsAreThoseOfTheBulletin(TestDatabase kind) {
    start(kind);
    assertThat(result().figures())
        .containsEntry("teachersEligible", "5")
        .containsEntry("teachersRegistered", "3")
        .containsEntry("teacherRegistrationRate", "60.0%")
        .containsEntry("studentsEligible", "2")
        .containsEntry("plansSubmitted", "0");
    assertThat(result().board(RankedBy.TEACHERS, 1))
        .extracting(row -> row.code() + " " + row.teacherMean().text())
        .containsExactly("s1 4.50");
    assertThat(result().board(RankedBy.STUDENTS, 10)).hasSizeLessThanOrEqualTo(1);
  }
}
