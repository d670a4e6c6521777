package cloud.laurel.course;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.standing.SchoolStandings.Row;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The course has each past day as the standings were on its evening, when nothing came late. */
class CourseOfRandomDaysTest {

  private static final LocalDate FIRST = LocalDate.parse("2020-12-01");
  private static final LocalDate LAST = LocalDate.parse("2021-02-09");
  private static final List<String> SCHOOLS = List.of("s1", "s2", "s3");
  private static final List<String> TEACHER_ACTIONS =
      List.of("lesson.prepared", "resource.uploaded", "homework.assigned", "notice.published");
  private static final List<String> ADMINISTRATOR_ACTIONS =
      List.of("grade.created", "class.created", "term.created", "course.created");
  private static final List<String> PUPIL_ACTIONS = List.of("course.studied", "homework.completed");

  static Stream<Arguments> histories() {
    return Stream.of(TestDatabase.values())
        .flatMap(
            kind ->
                Stream.of(
                    Arguments.of(kind, "", 1L),
                    Arguments.of(kind, "\"studentMean\":\"SUM\",\"divisor\":\"REGISTERED\"", 2L)));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void eachDayIsAsItsEveningWas(TestDatabase kind, String settings, long seed) {
    Random random = new Random(seed);
    TestEngine engine = new TestEngine(kind.kept(), "2020-12-01T00:00:00Z");
    engine.roster(roster(random), "2020-11-01");
    Campaign campaign = engine.engine.campaigns().create(rules(settings), "");
    Map<LocalDate, List<Row>> evenings = new TreeMap<>();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      engine.clock.set(day.atTime(23, 30).atZone(campaign.zone()).toInstant().toString());
      if (random.nextInt(9) == 0) {
        engine.roster(roster(random), day.toString());
      }
      engine.accept(actions(engine, campaign, day, random)).settle();
      evenings.put(day, engine.engine.standings().schools(campaign).rows());
    }
    engine.clock.set(LAST.plusDays(1) + "T04:00:00Z");
    CourseService courses = engine.engine.courses();
    courses.work();
    evenings.forEach(
        (day, rows) ->
            assertThat(courses.standingsAt(campaign, day).orElseThrow().rows())
                .as("seed %d, %s", seed, day)
                .isEqualTo(rows));
    assertThat(courses.standingsAt(campaign, LAST.plusDays(1))).isEmpty();
    assertThat(courses.ofSchool(campaign, "s1"))
        .extracting(day -> day.row().rank())
        .isEqualTo(evenings.values().stream().map(rows -> rankOf(rows, "s1")).toList());
  }

  private static int rankOf(List<Row> rows, String school) {
    return rows.stream().filter(r -> r.code().equals(school)).findFirst().orElseThrow().rank();
  }

  private static String rules(String settings) {
    String notice = TestEngine.notice();
    return settings.isEmpty()
        ? notice
        : notice.replace("\"schoolScore\": {", "\"schoolScore\": {" + settings + ",");
  }

  /** Everybody somewhere: who is at another school than before has moved. */
  private static TestRoster roster(Random random) {
    TestRoster roster = new TestRoster();
    SCHOOLS.forEach(roster::school);
    for (int i = 0; i < 6; i++) {
      person(roster, random, "t" + i, i == 0 ? "teacher|administrator" : "teacher", 0);
    }
    for (int i = 0; i < 4; i++) {
      person(roster, random, "a" + i, "administrator", 0);
    }
    for (int i = 0; i < 24; i++) {
      person(roster, random, "p" + i, "student", 2 + random.nextInt(3));
    }
    return roster;
  }

  private static void person(
      TestRoster roster, Random random, String account, String roles, int grade) {
    if (random.nextInt(12) == 0) {
      return;
    }
    // the same in every upload: a course has what is known today
    int days = Math.floorMod(account.hashCode() * 31, 90);
    String registered = days > 60 ? "" : FIRST.plusDays(days) + "T22:00:00+08:00";
    roster.person(
        account,
        List.of(SCHOOLS.get(random.nextInt(3))),
        List.of(roles.split("\\|")),
        grade,
        registered,
        "");
  }

  private static PlatformAction[] actions(
      TestEngine engine, Campaign campaign, LocalDate day, Random random) {
    List<PlatformAction> actions = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      actions.add(action(engine, campaign, day, random, TEACHER_ACTIONS, "t" + random.nextInt(6)));
    }
    for (int i = random.nextInt(2); i > 0; i--) {
      String account =
          Optional.of("a" + random.nextInt(5)).filter(a -> !a.equals("a4")).orElse("t0");
      actions.add(action(engine, campaign, day, random, ADMINISTRATOR_ACTIONS, account));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      actions.add(action(engine, campaign, day, random, PUPIL_ACTIONS, "p" + random.nextInt(24)));
    }
    return actions.toArray(PlatformAction[]::new);
  }

  private static PlatformAction action(
      TestEngine engine,
      Campaign campaign,
      LocalDate day,
      Random random,
      List<String> types,
      String account) {
    LocalTime time = LocalTime.of(random.nextInt(23), random.nextInt(60));
    return engine.action(
        types.get(random.nextInt(types.size())),
        account,
        day.atTime(time).atZone(campaign.zone()).toInstant().toString());
  }
}
