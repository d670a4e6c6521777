package cloud.laurel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The actions are plausible, lie in their campaigns and never in the future. */
class ActionsTest {

  /** A working day, in the evening in Shanghai. */
  private static final Instant NOW = Instant.parse("2026-11-20T12:34:56Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final String FIRST = "shishou-2020";
  private static final String PRESENT = "shishou-2026";

  private static List<Written.Line> actions = List.of();
  private static Map<String, CSVRecord> users = Map.of();

  @BeforeAll
  static void write(@TempDir Path folder) throws IOException {
    Written written = Written.at(folder.resolve("demo"), NOW);
    actions = written.actions();
    users =
        written.roster("users.csv").stream()
            .collect(Collectors.toMap(u -> u.get("sourcedId"), u -> u));
  }

  @Test
  void thereAreAboutAsManyAsPlanned() {
    assertThat(count(a -> a.of(FIRST))).isBetween(54_000L, 72_000L);
    assertThat(count(a -> a.of(PRESENT))).isBetween(138_000L, 168_000L);
    assertThat(actions).extracting(Written.Line::id).doesNotHaveDuplicates();
  }

  @Test
  void nothingIsInTheFutureAndOnlyAFewAreBeforeTheWindow() {
    assertThat(actions).allMatch(a -> !a.at().isAfter(NOW));
    outside(FIRST, LocalDate.of(2020, 12, 1), LocalDate.of(2021, 6, 30));
    outside(PRESENT, LocalDate.of(2026, 7, 1), TODAY);
  }

  private static void outside(String campaign, LocalDate first, LocalDate last) {
    assertThat(actions)
        .filteredOn(a -> a.of(campaign))
        .filteredOn(a -> a.day().isBefore(first) || a.day().isAfter(last))
        .hasSizeBetween(1, 60)
        .allMatch(a -> !a.day().isBefore(first.minusDays(RefusedActions.EARLY)))
        .allMatch(a -> a.day().isBefore(first));
  }

  @Test
  void actorsAndCounterpartsExistAndMostHaveASpace() {
    assertThat(actions).allMatch(a -> users.containsKey(a.actor()));
    assertThat(actions).allMatch(a -> users.keySet().containsAll(a.counterparts()));
    assertThat(actions).noneMatch(a -> a.counterparts().contains(a.actor()));
    long without = count(a -> user(a.actor()).get("metadata.spaceRegisteredAt").isEmpty());
    assertThat(without).isBetween(1L, actions.size() / 100L);
  }

  @Test
  void signInsOfTheReadmeHaveDoneNothingToday() {
    assertThat(count(a -> a.day().equals(TODAY))).isPositive();
    for (String account : List.of(DemoRoster.TEACHER, DemoRoster.ADMINISTRATOR)) {
      assertThat(actions).filteredOn(a -> a.actor().equals(account)).hasSizeGreaterThan(6);
      assertThat(actions)
          .filteredOn(a -> a.actor().equals(account) || a.counterparts().contains(account))
          .noneMatch(a -> a.day().equals(TODAY));
    }
  }

  @Test
  void teacherWhoMovesHasWorkedAtBothSchools() {
    String mover = DemoRoster.invent().mover();
    LocalDate move = LocalDate.of(2026, 9, 1);
    assertThat(count(a -> a.of(PRESENT) && a.actor().equals(mover) && a.day().isBefore(move)))
        .isGreaterThan(5);
    assertThat(count(a -> a.of(PRESENT) && a.actor().equals(mover) && !a.day().isBefore(move)))
        .isGreaterThan(5);
  }

  @Test
  void administratorOfTheReadmeHasDoneSevenOfTenFunctions() {
    Set<String> functions =
        actions.stream()
            .filter(a -> a.of(PRESENT) && a.actor().equals(DemoRoster.ADMINISTRATOR))
            .map(a -> a.type().substring(0, a.type().indexOf('.')))
            .collect(Collectors.toSet());
    assertThat(functions).hasSize(7);
  }

  @Test
  void twoTeachersLeadWithExactlyTheSamePoints() {
    for (String campaign : List.of(FIRST, PRESENT)) {
      List<Integer> points =
          points(campaign).values().stream().sorted((a, b) -> b - a).limit(3).toList();
      assertThat(points.get(0)).isEqualTo(points.get(1));
      assertThat(points.get(2)).isLessThan(points.get(1));
    }
  }

  @Test
  void teacherOfTheReadmeIsAmongTheBestOfTheFirstCampaign() {
    Map<String, Integer> points = points(FIRST);
    List<Integer> ranked = points.values().stream().sorted((a, b) -> b - a).toList();
    int place = ranked.indexOf(points.get(DemoRoster.TEACHER)) + 1;
    assertThat(place).isBetween(3, 30);
  }

  @Test
  void pupilsOfSomeSchoolsReachEveryTierInSomeMonth() {
    Map<String, Long> eligible =
        users.values().stream()
            .filter(u -> u.get("role").equals("student") && u.get("grades").compareTo("03") >= 0)
            .collect(Collectors.groupingBy(ActionsTest::school, Collectors.counting()));
    Map<String, Set<String>> studying = new HashMap<>();
    actions.stream()
        .filter(a -> a.of(PRESENT) && a.type().equals("course.studied"))
        .forEach(
            a ->
                studying
                    .computeIfAbsent(
                        school(user(a.actor())) + " " + a.day().getMonth(), k -> new HashSet<>())
                    .add(a.actor()));
    Set<Long> tiers =
        studying.entrySet().stream()
            .map(e -> e.getValue().size() * 5L / eligible.get(e.getKey().split(" ")[0]))
            .collect(Collectors.toSet());
    // fifths of the eligible: under 20 % up to 80 % and more
    assertThat(tiers).contains(0L, 2L, 3L, 4L);
  }

  @Test
  void refusalsOfSeveralKindsAreAmongThem() {
    assertThat(count(a -> a.type().equals("homepage.visited"))).isPositive();
    assertThat(
            count(
                a ->
                    a.type().equals("class.edited")
                        && user(a.actor()).get("role").equals("teacher")
                        && user(a.actor()).get("metadata.roles").isEmpty()))
        .isPositive();
    Map<String, Long> lessonsADay =
        actions.stream()
            .filter(a -> a.type().equals("lesson.prepared"))
            .collect(Collectors.groupingBy(a -> a.actor() + a.day(), Collectors.counting()));
    assertThat(lessonsADay.values()).anyMatch(n -> n > 1);
  }

  @Test
  void mostIsDoneOnWorkingDays() {
    assertThat(count(a -> Timetable.working(a.day()))).isGreaterThan(actions.size() * 9L / 10);
  }

  /** Points of every teacher by the table of the notice, daily limits applied. */
  private static Map<String, Integer> points(String campaign) {
    Map<String, Integer> table =
        Map.of(
            "lesson",
            3,
            "homework",
            2,
            "marks",
            2,
            "evaluation",
            2,
            "teacher",
            2,
            "resource",
            1,
            "research-group",
            1,
            "notice",
            1,
            "activity",
            1);
    Set<String> counted = new HashSet<>();
    Map<String, Integer> points = new HashMap<>();
    for (Written.Line action : actions) {
      String thing = action.type().substring(0, action.type().indexOf('.'));
      boolean early =
          action.day().isBefore(LocalDate.of(campaign.equals(FIRST) ? 2020 : 2026, 7, 1));
      boolean teaches = user(action.actor()).get("role").equals("teacher");
      if (!action.of(campaign) || early || !teaches || !table.containsKey(thing)) {
        continue;
      }
      Set<String> earners = new HashSet<>(action.counterparts());
      earners.add(action.actor());
      for (String earner : earners) {
        if (counted.add(earner + thing + action.day())) {
          points.merge(earner, table.get(thing), Integer::sum);
        }
      }
    }
    return points;
  }

  private static CSVRecord user(String id) {
    return Objects.requireNonNull(users.get(id));
  }

  private static String school(CSVRecord user) {
    return user.get("orgSourcedIds");
  }

  private static long count(Predicate<Written.Line> which) {
    return actions.stream().filter(which).count();
  }
}
