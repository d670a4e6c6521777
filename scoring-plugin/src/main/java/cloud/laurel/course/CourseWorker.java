package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.standing.RankRule;
import cloud.laurel.standing.SchoolDetail.Month;
import cloud.laurel.standing.SchoolScoreRule;
import cloud.laurel.standing.SchoolScoreRule.Counts;
import cloud.laurel.standing.SchoolScoreRule.Parts;
import cloud.laurel.standing.StandingService;
import cloud.laurel.store.Database;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Makes a course: reads everything as of one moment, then writes it in small transactions. */
final class CourseWorker {

  /** Stands for all schools together. */
  static final String ALL = "";

  /** Schools whose weeks are written at once. */
  private static final int PORTION = 200;

  private static final Counts NOTHING = new Counts(Map.of(), Map.of(), Map.of(), Map.of());

  private final Database database;
  private final StandingService standings;
  private final RunRepository runs = new RunRepository();

  CourseWorker(Database database, StandingService standings) {
    this.database = database;
    this.standings = standings;
  }

  private record Known(
      Map<String, SchoolTally> tallies,
      Map<String, Counts> settled,
      int places,
      Map<String, Integer> leaders) {}

  /** Makes one under a run's number; it is not in force yet. */
  void make(CourseDays days, long run) {
    Known known = database.inSnapshot(tx -> read(tx, days));
    for (int d = 0; d < days.count(); d++) {
      LocalDate day = days.day(d);
      List<PlacedSchool> placed = placed(days, d, known);
      database.useTransaction(tx -> runs.storeDay(tx, run, day, placed));
    }
    Map<String, SchoolTally> portion = new TreeMap<>();
    SchoolTally all = new SchoolTally(days);
    for (Map.Entry<String, SchoolTally> school : known.tallies().entrySet()) {
      all.addFunctions(school.getValue());
      portion.put(school.getKey(), school.getValue());
      if (portion.size() == PORTION) {
        database.useTransaction(tx -> runs.storeWeeks(tx, run, portion));
        portion.clear();
      }
    }
    portion.put(ALL, all);
    database.useTransaction(
        tx -> {
          runs.storeWeeks(tx, run, portion);
          runs.storeLeaders(tx, run, known.places(), known.leaders());
        });
  }

  private Known read(Handle tx, CourseDays days) {
    Campaign campaign = days.campaign();
    Map<String, SchoolTally> tallies = new TreeMap<>();
    standings.schoolCodes(tx, campaign).forEach(s -> tallies.put(s, new SchoolTally(days)));
    new TallyReader(days, tallies).read(tx);
    long teachers =
        tallies.values().stream().mapToLong(t -> t.people(Role.TEACHER, days.count() - 1)).sum();
    LeaderReader leaders = new LeaderReader(campaign, days.last());
    int places = leaders.places(teachers);
    return new Known(tallies, standings.counts(tx, campaign), places, leaders.leaders(tx, places));
  }

  private static List<PlacedSchool> placed(CourseDays days, int d, Known known) {
    LocalDate day = days.day(d);
    SchoolScoreRule rule = new SchoolScoreRule(days.campaign(), day);
    List<YearMonth> months = days.campaign().monthsBegun(day);
    record Scored(String school, Counts counts, Parts parts) {}
    List<Scored> scored = new ArrayList<>(known.tallies().size());
    known
        .tallies()
        .forEach(
            (school, tally) -> {
              Counts counts = tally.counts(d, known.settled().getOrDefault(school, NOTHING));
              scored.add(new Scored(school, counts, rule.parts(counts, months, Set.of())));
            });
    return RankRule.rank(
        scored,
        s -> s.parts().score(),
        Comparator.comparing(Scored::school),
        (s, rank) ->
            new PlacedSchool(
                s.school(),
                rank,
                s.counts(),
                s.parts().months().stream().mapToLong(Month::points).sum(),
                months.size()));
  }

  /** Deletes the courses that are out of force, in portions. */
  void clear(int campaign) {
    for (Optional<Long> old = leftOver(campaign); old.isPresent(); old = leftOver(campaign)) {
      long run = old.get();
      boolean more = true;
      while (more) {
        more = database.inTransaction(tx -> runs.deleteDay(tx, run));
      }
      database.useTransaction(tx -> runs.delete(tx, run));
    }
  }

  private Optional<Long> leftOver(int campaign) {
    return database.read(tx -> runs.leftOver(tx, campaign));
  }
}
