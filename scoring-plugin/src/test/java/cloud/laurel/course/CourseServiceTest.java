package cloud.laurel.course;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.standing.SchoolStandings.Row;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CourseServiceTest {

  private static final LocalDate DECEMBER_10 = LocalDate.parse("2020-12-10");

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2020-12-20T04:00:00Z")
        .roster(
            new TestRoster()
                .school("s1")
                .school("s2")
                .teachers("s1", "a", "b")
                .teachers("s2", "c", "d"),
            "2020-09-01");
  }

  private static Row row(TestEngine engine, Campaign campaign, LocalDate day, String school) {
    return engine.engine.courses().standingsAt(campaign, day).orElseThrow().rows().stream()
        .filter(r -> r.code().equals(school))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void lateActionMovesThePastDayWithTheNextCourse(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    CourseService courses = engine.engine.courses();
    courses.work();
    assertThat(row(engine, campaign, DECEMBER_10, "s1").teacherMean().text()).isEqualTo("0.00");
    engine.accept(engine.action("lesson.prepared", "a", "2020-12-09T04:00:00Z"));
    courses.work();
    assertThat(row(engine, campaign, DECEMBER_10, "s1").teacherMean().text())
        .as("once a day is enough")
        .isEqualTo("0.00");
    courses.ask(campaign);
    courses.work();
    assertThat(row(engine, campaign, DECEMBER_10, "s1").teacherMean().text()).isEqualTo("1.50");
    assertThat(row(engine, campaign, DECEMBER_10.minusDays(2), "s1").teacherMean().text())
        .isEqualTo("0.00");
    assertThat(rowsOfOtherRuns(engine)).isZero();
  }

  private static long rowsOfOtherRuns(TestEngine engine) {
    return engine
        .engine
        .database()
        .read(
            tx ->
                tx.createQuery(
                        "SELECT count(*) FROM standing_day d"
                            + " WHERE d.run NOT IN (SELECT c.run FROM course c)")
                    .mapTo(Long.class)
                    .one());
  }

  @ParameterizedTest
  @EnumSource
  void nightOfANewDayMakesItAnew(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    CourseService courses = engine.engine.courses();
    courses.work();
    assertThat(courses.course(campaign).orElseThrow().last()).isEqualTo("2020-12-19");
    engine.clock.set("2020-12-20T17:00:00Z");
    courses.work();
    assertThat(courses.course(campaign).orElseThrow().last())
        .as("one o'clock at night is too early")
        .isEqualTo("2020-12-19");
    engine.clock.set("2020-12-20T19:00:00Z");
    courses.work();
    assertThat(courses.course(campaign).orElseThrow().last()).isEqualTo("2020-12-20");
  }

  @ParameterizedTest
  @EnumSource
  void movementIsThePlacesGainedInAWeek(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        engine.action("lesson.prepared", "a", "2020-12-02T04:00:00Z"),
        engine.action("lesson.prepared", "c", "2020-12-15T04:00:00Z"),
        engine.action("resource.uploaded", "d", "2020-12-15T04:00:00Z"));
    CourseService courses = engine.engine.courses();
    List<Row> now = engine.engine.standings().schools(campaign).rows();
    assertThat(courses.movement(campaign, now)).as("before the first course").isEmpty();
    courses.work();
    assertThat(courses.movement(campaign, now)).isEqualTo(Map.of("s1", -1, "s2", 1));
    LocalDate fifth = LocalDate.parse("2020-12-05");
    List<Row> then = courses.standingsAt(campaign, fifth).orElseThrow().rows();
    assertThat(courses.movement(campaign, then, fifth)).as("in the first week").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void functionsAreAddedUpByWeekForASchoolAndForAll(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        engine.action("lesson.prepared", "a", "2020-12-01T04:00:00Z"),
        engine.action("lesson.prepared", "c", "2020-12-08T04:00:00Z"),
        engine.action("lesson.prepared", "d", "2020-12-13T04:00:00Z"));
    engine.engine.courses().work();
    String code = engine.ledger(campaign, "a").get(0).indicator().orElseThrow();
    LocalDate first = LocalDate.parse("2020-11-30");
    WeekActivity begun = new WeekActivity(first, code, 1, 3);
    WeekActivity next = new WeekActivity(first.plusWeeks(1), code, 2, 6);
    assertThat(engine.engine.courses().activity(campaign)).containsExactly(begun, next);
    assertThat(engine.engine.courses().activity(campaign, List.of("s2"))).containsExactly(next);
    assertThat(engine.engine.courses().activity(campaign, List.of("s1", "s2")))
        .containsExactly(begun, next);
  }

  @ParameterizedTest
  @EnumSource
  void concentrationNamesWhoHasThePointsAndTheLeaders(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        engine.action("lesson.prepared", "a", "2020-12-01T04:00:00Z"),
        engine.action("lesson.prepared", "a", "2020-12-02T04:00:00Z"),
        engine.action("lesson.prepared", "a", "2020-12-03T04:00:00Z"),
        engine.action("lesson.prepared", "c", "2020-12-08T04:00:00Z"));
    engine.engine.courses().work();
    Concentration concentration = engine.engine.courses().concentration(campaign).orElseThrow();
    assertThat(concentration.points()).isEqualTo(12);
    assertThat(concentration.pointsOf(1).percent()).isEqualTo("75.0");
    assertThat(concentration.byPoints(1)).extracting(s -> s.school()).containsExactly("s1");
    assertThat(concentration.leaders()).as("1.7 % of four, at least one").isEqualTo(1);
    assertThat(concentration.leadersOf(1).percent()).isEqualTo("100.0");
  }

  @ParameterizedTest
  @EnumSource
  void closedCampaignIsMadeOnceAndEndsWithItsLastCountedDay(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(engine.action("lesson.prepared", "a", "2020-12-20T03:00:00Z"));
    List<Row> rows = engine.engine.standings().schools(campaign).rows();
    engine.engine.campaigns().close(campaign.code(), "", "early");
    engine.clock.set("2021-01-20T04:00:00Z");
    CourseService courses = engine.engine.courses();
    courses.work();
    LocalDate end = LocalDate.parse("2020-12-20");
    Course made = courses.course(campaign).orElseThrow();
    assertThat(made.last()).isEqualTo(end);
    assertThat(courses.standingsAt(campaign, end).orElseThrow().rows()).isEqualTo(rows);
    engine.clock.set("2021-02-20T04:00:00Z");
    courses.work();
    assertThat(courses.course(campaign)).contains(made);
  }
}
