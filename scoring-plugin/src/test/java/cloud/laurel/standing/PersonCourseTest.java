package cloud.laurel.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.standing.PersonStanding.InRole;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody's own course over a campaign. */
class PersonCourseTest {

  private static final LocalDate TODAY = LocalDate.parse("2020-12-10");

  private static PersonCourse on(String... days) {
    TreeMap<LocalDate, Long> points = new TreeMap<>();
    for (String day : days) {
      points.put(LocalDate.parse("2020-12-" + day), 2L);
    }
    return new PersonCourse(points);
  }

  @Test
  void streakReachesToTodayOrToYesterdayWhileTodayIsStillOpen() {
    assertThat(on("08", "09", "10").streak(TODAY)).isEqualTo(3);
    assertThat(on("08", "09").streak(TODAY)).isEqualTo(2);
    assertThat(on("07", "08").streak(TODAY)).isZero();
    assertThat(on().streak(TODAY)).isZero();
  }

  @Test
  void bestStreakIsTheLongestRow() {
    assertThat(on("01", "02", "03", "05", "06").bestStreak()).isEqualTo(3);
    assertThat(on("01", "03").bestStreak()).isEqualTo(1);
    assertThat(on().bestStreak()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void addsUpWhatCountedByLocalDay(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-10T02:00:00Z")
            .roster(new TestRoster().school("s1").teachers("s1", "t1", "t2", "t3"), "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.accept(
        engine.action("lesson.prepared", "t1", "2020-12-08T10:00:00+08:00"),
        engine.action("lesson.prepared", "t1", "2020-12-08T11:00:00+08:00"),
        engine.action("lesson.prepared", "t1", "2020-12-09T00:00:01+08:00"),
        engine.action("notice.published", "t2", "2020-12-09T00:00:01+08:00"));
    PersonCourse course = engine.engine.standings().course(campaign, "t1");
    assertThat(course.days())
        .isEqualTo(Map.of(LocalDate.parse("2020-12-08"), 3L, LocalDate.parse("2020-12-09"), 3L));
    assertThat(course.between(LocalDate.parse("2020-12-09"), TODAY)).isEqualTo(3);
    assertThat(course.streak(TODAY)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatIsMissingToTheNextPlace(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-10T02:00:00Z")
            .roster(
                new TestRoster()
                    .school("s1")
                    .school("s2")
                    .teachers("s1", "t1", "t3")
                    .teachers("s2", "t2"),
                "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.accept(
        engine.action("lesson.prepared", "t1", "2020-12-08T10:00:00+08:00"),
        engine.action("lesson.prepared", "t2", "2020-12-08T10:00:00+08:00"),
        engine.action("resource.uploaded", "t2", "2020-12-08T10:00:00+08:00"));
    assertThat(place(engine, campaign, "t2").toNext()).isZero();
    assertThat(place(engine, campaign, "t1").toNext())
        .isEqualTo(place(engine, campaign, "t2").points() - 3);
    assertThat(place(engine, campaign, "t1").toNextInSchool()).isZero();
    assertThat(place(engine, campaign, "t3").toNext()).isEqualTo(3);
    assertThat(place(engine, campaign, "t3").toNextInSchool()).isEqualTo(3);
  }

  private static InRole place(TestEngine engine, Campaign campaign, String account) {
    return engine.person(campaign, account).roles().get(0);
  }
}
