package cloud.laurel.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.RuleVersion;
import cloud.laurel.engine.Engine;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.plugin.Problem;
import cloud.laurel.replay.Replay.State;
import cloud.laurel.scoring.Difference;
import cloud.laurel.standing.PersonStanding;
import cloud.laurel.standing.StandingDiff;
import cloud.laurel.standing.StandingDiff.PersonChange;
import cloud.laurel.standing.StandingDiff.SchoolChange;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R14: rules change only through a version, and a replay shows first who would move. */
class ReplayTest {

  private static final LocalDate START = LocalDate.parse("2020-12-01");

  /** Two schools; t1 prepared lessons on two days, t2 uploaded once, p1 studied. */
  private static TestEngine engine(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-10T00:00:00Z").roster(roster("t1", "t2"), "2020-09-01");
    engine.campaign();
    return engine
        .accept(
            TestEngine.named("1", "lesson.prepared", "t1", "2020-12-07T02:00:00Z"),
            TestEngine.named("2", "lesson.prepared", "t1", "2020-12-08T02:00:00Z"),
            TestEngine.named("2b", "lesson.prepared", "t1", "2020-12-08T03:00:00Z"),
            TestEngine.named("3", "resource.uploaded", "t2", "2020-12-08T02:00:00Z"),
            TestEngine.named("4", "course.studied", "p1", "2020-12-08T02:00:00Z"),
            TestEngine.named("early", "lesson.prepared", "t1", "2020-11-30T02:00:00Z"))
        .settle();
  }

  private static TestRoster roster(String first, String second) {
    return new TestRoster()
        .school("s1")
        .school("s2")
        .teachers("s1", first)
        .teachers("s2", second)
        .pupils("s1", 4, "p1", "p2");
  }

  private static Campaign campaign(TestEngine engine) {
    return engine.engine.campaigns().find("shishou-2020").orElseThrow();
  }

  /** The notice's campaign with ten points for a prepared lesson. */
  private static String tenForALesson() {
    return withLesson("\"points\": 10");
  }

  private static String withLesson(String points) {
    String notice = TestEngine.notice();
    int lesson = notice.indexOf("lesson.prepared");
    int at = notice.indexOf("\"points\"", lesson);
    return notice.substring(0, at) + points + notice.substring(notice.indexOf(',', at));
  }

  private static Replay propose(TestEngine engine, LocalDate from) {
    return engine
        .engine
        .replays()
        .propose(campaign(engine), tenForALesson(), from, "Lessons matter", "officer");
  }

  private static Replay again(TestEngine engine, Replay replay) {
    return engine.engine.replays().find(campaign(engine), replay.id()).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void proposalShowsWhoWouldMoveAndMovesNobody(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Replay replay = propose(engine, START);
    assertThat(replay.state()).isEqualTo(State.RUNNING);
    engine.settle();
    assertThat(again(engine, replay).state()).isEqualTo(State.DONE);
    assertThat(again(engine, replay).done()).isEqualTo(again(engine, replay).total()).isEqualTo(6);
    StandingDiff diff = engine.engine.replays().diff(campaign(engine), again(engine, replay));
    assertThat(diff.accountsChanged()).isEqualTo(1);
    assertThat(diff.gainers())
        .extracting(PersonChange::account, PersonChange::before, PersonChange::after)
        .containsExactly(tuple("t1", 6L, 20L));
    assertThat(diff.losers()).isEmpty();
    assertThat(diff.schools())
        .extracting(SchoolChange::code, c -> c.before().text(), c -> c.after().text())
        .containsExactly(tuple("s1", "16.00", "30.00"));
    assertThat(engine.points(campaign(engine), "t1")).isEqualTo(6);
    assertThat(campaign(engine).versions()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void publishingSwapsTheResultInAtOnceAndKeepsTheStandingsAsTheyWere(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Replay replay = propose(engine, START);
    engine.settle();
    Campaign before = campaign(engine);
    Campaign after = engine.engine.replays().publish(before, replay.id(), "", "officer");
    assertThat(engine.points(after, "t1")).isEqualTo(20);
    assertThat(engine.verdict(after, "t1", "2b")).isEqualTo("LIMIT_REACHED");
    assertThat(engine.verdict(after, "t1", "early")).isEqualTo("OUTSIDE_WINDOW");
    assertThat(engine.school(after, "s1").months().get(0).points()).isEqualTo(10);
    assertThat(after.newest())
        .extracting(RuleVersion::number, RuleVersion::note, RuleVersion::by)
        .containsExactly(2, "Lessons matter", "officer");
    assertThat(engine.engine.snapshots().of(after))
        .singleElement()
        .satisfies(
            s ->
                assertThat(engine.engine.snapshots().content(after, s.id()).orElseThrow())
                    .contains("\"score\":\"16.00\""));
    engine.settle();
    long left =
        engine
            .engine
            .database()
            .read(
                tx ->
                    tx.createQuery("SELECT count(*) FROM judgement WHERE book = :book")
                        .bind("book", before.book())
                        .mapTo(Long.class)
                        .one());
    assertThat(left).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void trialKeepsStepWithWhatArrivesMeanwhile(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Replay replay = propose(engine, START);
    engine
        .accept(
            TestEngine.named("5", "lesson.prepared", "t1", "2020-12-09T02:00:00Z"),
            engine.withdrawal("1", "2020-12-09T03:00:00Z"))
        .settle()
        .accept(TestEngine.named("6", "lesson.prepared", "new", "2020-12-09T02:00:00Z"));
    engine.roster(roster("t1", "new"), "2020-12-08").settle();
    Campaign after = engine.engine.replays().publish(campaign(engine), replay.id(), "", "officer");
    assertThat(engine.points(after, "t1")).isEqualTo(20);
    assertThat(engine.points(after, "new")).isEqualTo(10);
    assertThat(engine.school(after, "s2").teachers().points()).isEqualTo(10);
    assertClean(engine);
  }

  @ParameterizedTest
  @EnumSource
  void versionJudgesTheDaysFromItsFirstOn(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Replay replay = propose(engine, LocalDate.parse("2020-12-08"));
    engine.settle();
    Campaign after = engine.engine.replays().publish(campaign(engine), replay.id(), "", "officer");
    assertThat(engine.points(after, "t1")).isEqualTo(13);
    engine.accept(TestEngine.named("late", "lesson.prepared", "t1", "2020-12-06T02:00:00Z"));
    assertThat(engine.points(after, "t1")).isEqualTo(16);
    assertClean(engine);
  }

  @ParameterizedTest
  @EnumSource
  void textsAndTiersNeedNoReplay(TestDatabase kind) {
    TestEngine engine = engine(kind);
    String json = TestEngine.notice().replace("\"0.40\"", "\"0.50\"").replace("备课", "备一节课");
    Replay replay = engine.engine.replays().propose(campaign(engine), json, START, "", "officer");
    assertThat(replay.state()).isEqualTo(State.DONE);
    assertThat(replay.book()).isEmpty();
    Campaign after =
        engine.engine.replays().publish(campaign(engine), replay.id(), "Clearer", "officer");
    assertThat(after.book()).isEqualTo(campaign(engine).book());
    assertThat(engine.points(after, "t1")).isEqualTo(6);
    assertClean(engine);
  }

  @ParameterizedTest
  @EnumSource
  void pointsOfALineThatIsGoneAreStillAccountedFor(TestDatabase kind) {
    TestEngine engine = engine(kind);
    engine.accept(TestEngine.named("n", "notice.published", "t1", "2020-12-08T05:00:00Z"));
    String without = TestEngine.notice().replace("\"lesson-preparation\"", "\"lesson-planning\"");
    Replay replay =
        engine
            .engine
            .replays()
            .propose(
                campaign(engine), without, LocalDate.parse("2020-12-08"), "renamed", "officer");
    engine.settle();
    Campaign after = engine.engine.replays().publish(campaign(engine), replay.id(), "", "officer");
    PersonStanding standing = engine.person(after, "t1");
    assertThat(standing.points()).isEqualTo(7);
    assertThat(standing.former())
        .extracting(p -> p.indicator().code(), PersonStanding.IndicatorPoints::points)
        .containsExactly(tuple("lesson-preparation", 3L));
    assertThat(standing.indicators())
        .extracting(PersonStanding.IndicatorPoints::points)
        .contains(3L, 1L);
  }

  @ParameterizedTest
  @EnumSource
  void cancelledReplayGoesOnWhereItStoppedAlsoAfterARestart(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Replay replay = propose(engine, START);
    engine.engine.replays().cancel(campaign(engine), replay.id());
    engine.settle();
    assertThat(again(engine, replay).state()).isEqualTo(State.CANCELLED);
    assertThat(again(engine, replay).done()).isZero();
    engine.accept(TestEngine.named("5", "lesson.prepared", "t1", "2020-12-09T02:00:00Z"));
    Engine restarted = new Engine(engine.engine.database(), engine.clock);
    restarted.replays().resume(campaign(engine), replay.id());
    while (restarted.work()) {
      Thread.onSpinWait();
    }
    Campaign after = restarted.replays().publish(campaign(engine), replay.id(), "", "officer");
    assertThat(restarted.standings().person(after, "t1").orElseThrow().points()).isEqualTo(30);
  }

  @ParameterizedTest
  @EnumSource
  void closedMonthsStayAsTheyAre(TestDatabase kind) {
    TestEngine engine = engine(kind);
    engine.clock.set("2021-01-20T00:00:00Z");
    engine.settle();
    assertThat(engine.school(campaign(engine), "s1").months().get(0).open()).isFalse();
    Replay replay =
        engine
            .engine
            .replays()
            .propose(
                campaign(engine),
                TestEngine.notice().replace("\"course.studied\"", "\"course.opened\""),
                START,
                "Other word",
                "officer");
    engine.settle();
    Campaign after = engine.engine.replays().publish(campaign(engine), replay.id(), "", "officer");
    assertThat(engine.school(after, "s1").months().get(0).points()).isEqualTo(10);
    assertThat(engine.verdict(after, "p1", "4")).isEqualTo("COUNTED");
    assertClean(engine);
  }

  @ParameterizedTest
  @EnumSource
  void onlyOneOfTwoProposalsCanBePublished(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Replay first = propose(engine, START);
    Replay second = propose(engine, START);
    engine.settle();
    engine.engine.replays().publish(campaign(engine), first.id(), "", "officer");
    assertThatThrownBy(
            () -> engine.engine.replays().publish(campaign(engine), second.id(), "", "officer"))
        .isInstanceOf(InvalidInput.class);
    assertThat(again(engine, second).state()).isEqualTo(State.DISCARDED);
    assertClean(engine);
  }

  @ParameterizedTest
  @EnumSource
  void whatMustNotChangeInARunningCampaignIsNamed(TestDatabase kind) {
    TestEngine engine = engine(kind);
    String json =
        TestEngine.notice()
            .replace("\"shishou-2020\"", "\"other\"")
            .replace("Asia/Shanghai", "Asia/Tokyo")
            .replaceFirst("ADMINISTRATOR", "TEACHER");
    assertThatThrownBy(
            () -> engine.engine.replays().propose(campaign(engine), json, START, "x", "officer"))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::field)
                    .containsExactly("code", "timeZone", "indicators[0].role"));
  }

  @ParameterizedTest
  @EnumSource
  void selfCheckFindsNothingWhereNothingIsWrong(TestDatabase kind) {
    assertClean(engine(kind));
  }

  @ParameterizedTest
  @EnumSource
  void selfCheckNamesTheRowsConcerned(TestDatabase kind) {
    TestEngine engine = engine(kind);
    engine
        .engine
        .database()
        .useTransaction(
            tx -> {
              tx.execute("UPDATE judgement SET points = 4 WHERE account = 't1' AND points = 3");
              tx.execute("DELETE FROM judgement WHERE account = 't2'");
              tx.execute("UPDATE person_total SET points = 7 WHERE account = 't1'");
              tx.execute("UPDATE school_month SET eligible = 3 WHERE school = 's1'");
            });
    Replay check = engine.engine.replays().check(campaign(engine), "officer");
    engine.settle();
    assertThat(again(engine, check).state()).isEqualTo(State.DONE);
    assertThat(engine.engine.replays().differences(again(engine, check), 0, 100))
        .extracting(Difference::kind, Difference::subject, Difference::action)
        .contains(
            tuple(Difference.Kind.VERDICT, "t1", "1"),
            tuple(Difference.Kind.VERDICT, "t1", "2"),
            tuple(Difference.Kind.PERSON, "t1", ""),
            tuple(Difference.Kind.VERDICT, "t2", "3"),
            tuple(Difference.Kind.PERSON, "t2", ""),
            tuple(Difference.Kind.SCHOOL, "s1", ""),
            tuple(Difference.Kind.SCHOOL, "s2", ""));
    assertThat(again(engine, check).differences()).isGreaterThanOrEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void selfCheckRunsOnceEachNight(TestDatabase kind) {
    TestEngine engine = engine(kind);
    assertThat(engine.engine.replays().of(campaign(engine))).isEmpty();
    engine.clock.set("2020-12-10T19:00:00Z"); // 03:00 of the next day in the campaign's zone
    engine.settle();
    engine.clock.set("2020-12-11T01:00:00Z");
    engine.settle();
    assertThat(engine.engine.replays().of(campaign(engine)))
        .singleElement()
        .satisfies(r -> assertThat(r.differences()).isZero());
  }

  @ParameterizedTest
  @EnumSource
  void forgottenProposalIsGivenUp(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Replay replay = propose(engine, START);
    engine.settle();
    engine.clock.set(Instant.parse("2020-12-10T00:00:00Z").plus(Duration.ofDays(15)).toString());
    engine.settle();
    assertThat(again(engine, replay).state()).isEqualTo(State.DISCARDED);
  }

  /** Whatever happened, the stored totals are what the journal gives. */
  private static void assertClean(TestEngine engine) {
    Replay check = engine.engine.replays().check(campaign(engine), "officer");
    engine.settle();
    Replay done = again(engine, check);
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(engine.engine.replays().differences(done, 0, 100)).isEmpty();
    assertThat(done.differences()).isZero();
  }
}
