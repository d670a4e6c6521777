package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.replay.Replay;
import cloud.laurel.standing.SchoolDetail.Month;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R5: whose month it is, when it closes, and that an officer may reopen it. */
class R05MonthsOfPupilsTest {

  private static TestRoster twoSchools() {
    return new TestRoster().school("s1").school("s2");
  }

  @ParameterizedTest
  @EnumSource
  void participantsAreThePupilsOfTheMonthsLastDay(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-20T00:00:00Z")
            .roster(
                twoSchools().pupils("s1", 3, "p1", "p2", "p3").pupils("s2", 3, "q1", "q2"),
                "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.accept(
        engine.action("course.studied", "p1", "2020-12-08T03:00:00Z"),
        engine.action("course.studied", "q1", "2020-12-08T03:00:00Z"));
    assertThat(engine.school(campaign, "s1").months().get(0).alternatives().get(0).rate().percent())
        .isEqualTo("33.3");
    engine.roster(
        twoSchools().pupils("s1", 3, "p2", "p3").pupils("s2", 3, "q1", "q2", "p1"), "2020-12-18");
    engine.settle();
    assertThat(engine.school(campaign, "s1").months().get(0).alternatives().get(0).rate().percent())
        .isEqualTo("0.0");
    assertThat(engine.school(campaign, "s2").months().get(0).alternatives().get(0).rate().percent())
        .isEqualTo("66.6");
    engine.accept(engine.withdrawal("a1", "2020-12-19T00:00:00Z"));
    assertThat(engine.school(campaign, "s2").months().get(0).alternatives().get(0).participants())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void monthClosesTenDaysAfterItsEnd(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-20T00:00:00Z")
            .roster(twoSchools().pupils("s1", 3, "p1", "p2"), "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.clock.set("2021-01-10T15:59:59Z");
    engine.accept(TestEngine.named("1", "course.studied", "p1", "2020-12-08T03:00:00Z"));
    assertThat(engine.school(campaign, "s1").months().get(0).open()).isTrue();
    engine.clock.set("2021-01-10T16:00:00Z");
    engine.accept(TestEngine.named("2", "course.studied", "p2", "2020-12-08T03:00:00Z"));
    assertThat(engine.verdict(campaign, "p2", "2")).isEqualTo("MONTH_CLOSED");
    Month december = engine.school(campaign, "s1").months().get(0);
    assertThat(december.open()).isFalse();
    assertThat(december.points()).isEqualTo(10);
    engine.roster(twoSchools().pupils("s1", 3, "p1"), "2020-12-20").settle();
    assertThat(engine.school(campaign, "s1").months().get(0).eligible()).isEqualTo(2);
    assertThat(engine.school(campaign, "s1").months().get(1).eligible()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void uploadAfterTheClosingMovesNothingThoughTheClockHasNotClosedItYet(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-20T00:00:00Z")
            .roster(twoSchools().pupils("s1", 3, "p1", "p2"), "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.clock.set("2021-01-10T16:00:00Z");
    engine.roster(twoSchools().pupils("s1", 3, "p1"), "2020-12-20").settle();
    assertThat(engine.school(campaign, "s1").months().get(0).eligible()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void closedMonthIsNotClosedOnceMore(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2021-01-20T00:00:00Z")
            .roster(twoSchools().pupils("s1", 3, "p1", "p2"), "2020-09-01");
    Campaign campaign = engine.campaign();
    YearMonth december = YearMonth.of(2020, 12);
    engine.engine.campaigns().decideMonth(campaign.code(), december, false, "officer", "checked");
    assertThatThrownBy(
            () ->
                engine
                    .engine
                    .campaigns()
                    .decideMonth(campaign.code(), december, false, "officer", "again"))
        .isInstanceOf(InvalidInput.class);
    engine.engine.campaigns().decideMonth(campaign.code(), december, true, "officer", "appeal");
    engine.engine.campaigns().decideMonth(campaign.code(), december, false, "officer", "done");
    assertThat(engine.school(engine.engine.campaigns().all().get(0), "s1").months().get(0).open())
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void monthThatALaterVersionTakesInStaysOpen(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-20T00:00:00Z")
            .roster(twoSchools().pupils("s1", 3, "p1", "p2"), "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.accept(TestEngine.named("1", "course.studied", "p1", "2020-10-08T03:00:00Z"));
    String earlier =
        TestEngine.notice().replace("\"from\": \"2020-12-01\"", "\"from\": \"2020-10-01\"");
    Replay replay =
        engine
            .engine
            .replays()
            .propose(campaign, earlier, LocalDate.parse("2020-10-01"), "earlier", "officer");
    engine.settle();
    Campaign after = engine.engine.replays().publish(campaign, replay.id(), "", "officer");
    Month october = engine.school(after, "s1").months().get(0);
    assertThat(october.month()).isEqualTo(YearMonth.of(2020, 10));
    assertThat(october.open()).isTrue();
    assertThat(october.points()).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource
  void monthsOverBeforeTheCampaignWasCreatedStayOpen(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2021-03-05T00:00:00Z")
            .roster(twoSchools().pupils("s1", 3, "p1"), "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.accept(TestEngine.named("1", "course.studied", "p1", "2020-12-08T03:00:00Z"));
    assertThat(engine.verdict(campaign, "p1", "1")).isEqualTo("COUNTED");
    assertThat(engine.school(campaign, "s1").months().get(0).open()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void monthsOfPupilsEndAtMidnightInShanghai(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2021-01-05T00:00:00Z")
            .roster(twoSchools().pupils("s1", 3, "p1"), "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.accept(engine.action("course.studied", "p1", "2020-12-31T15:59:59Z"));
    assertThat(engine.school(campaign, "s1").months())
        .extracting(m -> m.points())
        .containsExactly(30, 0);
    engine.accept(engine.action("course.studied", "p1", "2020-12-31T16:00:00Z"));
    assertThat(engine.school(campaign, "s1").months())
        .extracting(m -> m.points())
        .containsExactly(30, 30);
  }

  @ParameterizedTest
  @EnumSource
  void reopenedMonthTakesWhatCameLateUntilItIsClosedAgain(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-20T00:00:00Z")
            .roster(twoSchools().pupils("s1", 3, "p1", "p2"), "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.clock.set("2021-01-20T00:00:00Z");
    engine.settle().accept(TestEngine.named("1", "course.studied", "p1", "2020-12-08T03:00:00Z"));
    assertThat(engine.verdict(campaign, "p1", "1")).isEqualTo("MONTH_CLOSED");
    engine
        .engine
        .campaigns()
        .decideMonth(
            campaign.code(), YearMonth.of(2020, 12), true, "officer", "the network failed");
    engine.settle();
    campaign = engine.engine.campaigns().find(campaign.code()).orElseThrow();
    assertThat(engine.verdict(campaign, "p1", "1")).isEqualTo("COUNTED");
    assertThat(engine.school(campaign, "s1").months().get(0).open()).isTrue();
    assertThat(engine.school(campaign, "s1").months().get(0).points()).isEqualTo(10);
    engine
        .engine
        .campaigns()
        .decideMonth(campaign.code(), YearMonth.of(2020, 12), false, "officer", "done");
    engine.settle().accept(TestEngine.named("2", "course.studied", "p2", "2020-12-08T03:00:00Z"));
    campaign = engine.engine.campaigns().find(campaign.code()).orElseThrow();
    assertThat(engine.verdict(campaign, "p2", "2")).isEqualTo("MONTH_CLOSED");
    assertThat(engine.school(campaign, "s1").months().get(0).points()).isEqualTo(10);
  }
}
