package cloud.laurel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.standing.SchoolDetail.Month;
import cloud.laurel.store.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules R5, R12, R13, R17, R18: rosters and campaigns that come late, moves, withdrawals. */
class RosterAndTimeTest {

  private static TestRoster twoSchools() {
    return new TestRoster().school("s1").school("s2");
  }

  @ParameterizedTest
  @EnumSource
  void lateRosterJudgesTheFirstWeekOfANewTeacherAgain(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-11T00:00:00Z")
            .roster(twoSchools().teachers("s1", "t1"), "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.accept(
        TestEngine.named("mon", "lesson.prepared", "new", "2020-12-07T02:00:00Z"),
        TestEngine.named("tue", "lesson.prepared", "new", "2020-12-08T02:00:00Z"),
        TestEngine.named("inv", "teacher.invited", "t1", "2020-12-08T02:00:00Z", "new"));
    assertThat(engine.verdict(campaign, "new", "mon")).isEqualTo("UNKNOWN_ACCOUNT");
    engine.roster(twoSchools().teachers("s1", "t1", "new"), "2020-12-08").settle();
    assertThat(engine.verdict(campaign, "new", "mon")).isEqualTo("UNKNOWN_ACCOUNT");
    assertThat(engine.verdict(campaign, "new", "tue")).isEqualTo("COUNTED");
    assertThat(engine.points(campaign, "new")).isEqualTo(5);
    assertThat(engine.school(campaign, "s1").teachers().points()).isEqualTo(7);
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

  @ParameterizedTest
  @EnumSource
  void awardsStayWithTheSchoolOfTheActionsTime(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2021-01-05T00:00:00Z")
            .roster(twoSchools().teachers("s1", "t1", "x").teachers("s2", "t2"), "2020-09-01")
            .roster(twoSchools().teachers("s1", "x").teachers("s2", "t2", "t1"), "2020-12-15");
    Campaign campaign = engine.campaign();
    engine.accept(
        engine.action("lesson.prepared", "t1", "2020-12-14T15:59:59Z"),
        engine.action("lesson.prepared", "t1", "2020-12-14T16:00:00Z"),
        engine.action("notice.published", "t1", "2020-12-20T00:00:00Z"));
    assertThat(engine.school(campaign, "s1").teachers().points()).isEqualTo(3);
    assertThat(engine.school(campaign, "s1").teachers().count()).isEqualTo(1);
    assertThat(engine.school(campaign, "s2").teachers().points()).isEqualTo(4);
    assertThat(engine.school(campaign, "s2").teachers().mean().text()).isEqualTo("2.00");
    assertThat(engine.points(campaign, "t1")).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void withdrawnActionMakesRoomForItsSibling(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2021-01-05T00:00:00Z")
            .roster(twoSchools().teachers("s1", "t1").pupils("s1", 3, "p1", "p2"), "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.accept(
        TestEngine.named("1", "lesson.prepared", "t1", "2020-12-08T02:00:00Z"),
        TestEngine.named("2", "lesson.prepared", "t1", "2020-12-08T03:00:00Z"),
        TestEngine.named("3", "course.studied", "p1", "2020-12-08T03:00:00Z"));
    engine.accept(
        engine.withdrawal("1", "2020-12-09T00:00:00Z"),
        engine.withdrawal("3", "2020-12-09T00:00:00Z"),
        engine.withdrawal("4", "2020-12-09T00:00:00Z"));
    assertThat(engine.verdict(campaign, "t1", "1")).isEqualTo("WITHDRAWN");
    assertThat(engine.verdict(campaign, "t1", "2")).isEqualTo("COUNTED");
    assertThat(engine.points(campaign, "t1")).isEqualTo(3);
    assertThat(engine.school(campaign, "s1").months().get(0).alternatives().get(0).participants())
        .isZero();
    engine.accept(TestEngine.named("4", "notice.published", "t1", "2020-12-08T03:00:00Z"));
    assertThat(engine.verdict(campaign, "t1", "4")).isEqualTo("WITHDRAWN");
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
  void newDayBringsTheRosterThatHoldsThen(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-20T00:00:00Z")
            .roster(twoSchools().teachers("s1", "t1"), "2020-09-01")
            .roster(twoSchools().teachers("s1", "t1", "t2"), "2020-12-22");
    Campaign campaign = engine.campaign();
    assertThat(engine.school(campaign, "s1").teachers().count()).isEqualTo(1);
    engine.clock.set("2020-12-21T15:59:59Z");
    assertThat(engine.school(campaign, "s1").teachers().count()).isEqualTo(1);
    engine.clock.set("2020-12-21T16:00:00Z");
    assertThat(engine.school(campaign, "s1").teachers().count()).isEqualTo(2);
  }
}
