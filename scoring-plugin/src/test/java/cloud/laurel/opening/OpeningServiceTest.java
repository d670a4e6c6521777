package cloud.laurel.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.opening.MissingPage.Lack;
import cloud.laurel.standing.SchoolDetail.Opening;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How far schools have come with opening spaces, and who is missing. */
class OpeningServiceTest {

  private static final String NOW = "2020-12-20T00:00:00Z";

  private static TestRoster roster() {
    return new TestRoster()
        .school("s1")
        .school("s2")
        .school("s3")
        .teachers("s1", "t1")
        .unregistered("s1", "t2")
        .person("t3", List.of("s1"), List.of("teacher"), 0, "2020-12-10", "")
        .unregistered("s2", "t4")
        .pupils("s1", 2, "p0")
        .pupils("s1", 4, "p1", "p2")
        .pupils("s1", 6, "p3")
        .pupils("s2", 8, "p4")
        .pupils("s3", 6, "p5")
        .pupils("s3", 7, "p6");
  }

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, NOW).roster(roster(), "2020-09-01");
  }

  @ParameterizedTest
  @EnumSource
  void tellsEachSchoolsSpacesAndStage(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    assertThat(engine.engine.opening().schools(campaign))
        .extracting(SchoolOpening::code, SchoolOpening::stage, SchoolOpening::teachers)
        .containsExactly(
            tuple("s1", Stage.PRIMARY, new Opening(3, 2, 1)),
            tuple("s2", Stage.JUNIOR, new Opening(1, 0, 0)),
            tuple("s3", Stage.ACROSS, Opening.NONE));
    assertThat(engine.engine.opening().school(campaign, "s1").orElseThrow().students())
        .isEqualTo(new Opening(3, 0, 0));
    assertThat(engine.engine.opening().school(campaign, "nowhere")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void listsTeachersWhoLackSomethingAndPupilsOnlyByGrade(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    OpeningService opening = engine.engine.opening();
    MissingPage all = opening.missing(campaign, "s1", Optional.empty(), 0, 20);
    assertThat(all.total()).isEqualTo(2);
    assertThat(all.rows())
        .extracting(MissingPage.Row::account, MissingPage.Row::lack, MissingPage.Row::registered)
        .containsExactly(
            tuple("t2", Lack.REGISTRATION, Optional.empty()),
            tuple("t3", Lack.ACTIVATION, Optional.of(LocalDate.parse("2020-12-10"))));
    assertThat(opening.missing(campaign, "s1", Optional.of(Lack.ACTIVATION), 0, 20).total())
        .isEqualTo(1);
    assertThat(opening.missing(campaign, "s1", Optional.empty(), 1, 1).rows()).hasSize(1);
    engine.accept(engine.action("space.registered", "p1", "2020-12-15T00:00:00Z"));
    assertThat(opening.pupils(campaign, "s1"))
        .containsExactly(
            new PupilGroup(4, "", new Opening(2, 1, 0)),
            new PupilGroup(6, "", new Opening(1, 0, 0)));
  }

  @ParameterizedTest
  @EnumSource
  void countsPupilsByClassWhereTheRosterNamesOne(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine
        .engine
        .database()
        .useTransaction(
            tx -> {
              tx.execute("UPDATE membership SET class_name = '10' WHERE account = 'p1'");
              tx.execute("UPDATE membership SET class_name = '2' WHERE account = 'p2'");
            });
    assertThat(engine.engine.opening().pupils(campaign, "s1"))
        .extracting(PupilGroup::grade, PupilGroup::className)
        .containsExactly(tuple(4, "2"), tuple(4, "10"), tuple(6, ""));
  }

  @ParameterizedTest
  @EnumSource
  void countsPastWeeksOnceAndAgainWhenMoreBecomesKnown(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.settle();
    OpeningService opening = engine.engine.opening();
    // the campaign begins on a Tuesday; the week of 20 December is not over
    assertThat(opening.weeks(campaign, Optional.empty()))
        .containsExactly(
            new OpeningWeek(
                LocalDate.parse("2020-12-06"), new Opening(4, 1, 1), new Opening(6, 0, 0)),
            new OpeningWeek(
                LocalDate.parse("2020-12-13"), new Opening(4, 2, 1), new Opening(6, 0, 0)));
    assertThat(opening.weeks(campaign, Optional.of("s2")))
        .extracting(OpeningWeek::teachers)
        .containsExactly(new Opening(1, 0, 0), new Opening(1, 0, 0));
    engine.accept(engine.action("space.activated", "t4", "2020-12-13T02:00:00Z")).settle();
    assertThat(opening.weeks(campaign, Optional.of("s2")))
        .extracting(OpeningWeek::teachers)
        .containsExactly(new Opening(1, 0, 0), new Opening(1, 1, 1));
    engine.roster(roster().unregistered("s2", "t5"), "2020-12-08").settle();
    assertThat(opening.weeks(campaign, Optional.empty()))
        .extracting(OpeningWeek::teachers)
        .containsExactly(new Opening(4, 1, 1), new Opening(5, 3, 2));
  }
}
