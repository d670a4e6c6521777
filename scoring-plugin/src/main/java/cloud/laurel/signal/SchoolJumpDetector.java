package cloud.laurel.signal;

import cloud.laurel.campaign.Limit;
import cloud.laurel.signal.Evidence.Row;
import cloud.laurel.signal.SchoolJumpRule.Jump;
import cloud.laurel.signal.Signal.Subject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Looks for schools whose week lies far outside their own history, which is the whole campaign's.
 * What counts per campaign or term is left out: it comes all at once by its nature.
 */
final class SchoolJumpDetector implements Detector {

  /** Rows that the driver holds at once. */
  private static final int FETCH = 5_000;

  private static final Set<Limit.Per> AT_ONCE = Set.of(Limit.Per.CAMPAIGN, Limit.Per.TERM);

  private static final String JUDGED =
      " FROM judgement g WHERE g.book = :book AND g.indicator = ANY(:indicators) AND g.place IS NOT NULL"
          + " AND g.local_day BETWEEN :from AND :to ";

  private static final String DAYS =
      "SELECT g.school, g.local_day, SUM(g.points) AS points"
          + JUDGED
          + "AND g.school IS NOT NULL GROUP BY g.school, g.local_day"
          + " ORDER BY g.school, g.local_day";

  /** By the school's people, because judgements are found by account. */
  private static final String PEOPLE =
      "SELECT g.account, SUM(g.points) AS points, COUNT(*) OVER () AS people"
          + JUDGED
          + "AND g.school = :school AND g.account IN"
          + " (SELECT m.account FROM membership m WHERE m.school = :school)"
          + " GROUP BY g.account ORDER BY points DESC, g.account LIMIT "
          + Evidence.MOST;

  private record DayOf(String school, LocalDate day, long points) {}

  private record SchoolJump(String school, Jump jump) {}

  private record Earner(Row row, long people) {}

  @Override
  public Kind kind() {
    return Kind.SCHOOL_JUMP;
  }

  /** Whole weeks only; those that end within the stretch that all detectors look at. */
  @Override
  public List<Finding> find(Handle tx, Lookback lookback) {
    LocalDate sunday = lookback.last().with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
    LocalDate from = lookback.first().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate monday =
        lookback.campaign().from().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    List<SchoolJump> jumps = new ArrayList<>();
    try (Stream<DayOf> days = days(tx, lookback, monday, sunday)) {
      Iterator<DayOf> rows = days.iterator();
      TreeMap<LocalDate, Long> weeks = new TreeMap<>();
      String school = "";
      while (rows.hasNext()) {
        DayOf row = rows.next();
        if (!row.school().equals(school)) {
          add(jumps, school, weeks, from, sunday);
          weeks.clear();
          school = row.school();
        }
        weeks.merge(
            row.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
            row.points(),
            Long::sum);
      }
      add(jumps, school, weeks, from, sunday);
    }
    return jumps.stream()
        .sorted(
            Comparator.comparing((SchoolJump j) -> j.jump().limit() - j.jump().points())
                .thenComparing(SchoolJump::school)
                .thenComparing(j -> j.jump().monday()))
        .limit(MOST_FINDINGS)
        .map(jump -> finding(tx, lookback, jump))
        .toList();
  }

  private static void add(
      List<SchoolJump> jumps,
      String school,
      SortedMap<LocalDate, Long> weeks,
      LocalDate from,
      LocalDate sunday) {
    if (weeks.isEmpty()) {
      return;
    }
    for (LocalDate w = weeks.firstKey(); w.isBefore(sunday); w = w.plusWeeks(1)) {
      weeks.putIfAbsent(w, 0L);
    }
    SchoolJumpRule.jumps(weeks, from).forEach(j -> jumps.add(new SchoolJump(school, j)));
  }

  private static Stream<DayOf> days(Handle tx, Lookback lookback, LocalDate from, LocalDate to) {
    return recurring(tx, lookback, DAYS)
        .bind("from", from)
        .bind("to", to)
        .setFetchSize(FETCH)
        .map(
            (row, context) ->
                new DayOf(
                    row.getString("school"),
                    row.getObject("local_day", LocalDate.class),
                    row.getLong("points")))
        .stream();
  }

  private static Query recurring(Handle tx, Lookback lookback, String sql) {
    return tx.createQuery(sql)
        .bind("book", lookback.campaign().book())
        .bindArray(
            "indicators",
            String.class,
            lookback.indicators(i -> !AT_ONCE.contains(i.limit().per())));
  }

  private Finding finding(Handle tx, Lookback lookback, SchoolJump found) {
    Jump jump = found.jump();
    LocalDate sunday = jump.monday().plusDays(6);
    List<Earner> people =
        recurring(tx, lookback, PEOPLE)
            .bind("from", jump.monday())
            .bind("to", sunday)
            .bind("school", found.school())
            .map(
                (row, context) ->
                    new Earner(
                        sum(row.getString("account"), row.getLong("points")),
                        row.getLong("people")))
            .list();
    Map<String, Long> facts = new LinkedHashMap<>();
    facts.put("points", jump.points());
    facts.put("median", jump.median());
    facts.put("history", (long) jump.history());
    facts.put("limit", jump.limit());
    return new Finding(
        kind(),
        Subject.school(found.school()),
        jump.monday().toString(),
        Optional.empty(),
        Optional.of(found.school()),
        SeverityRule.times(jump.points(), jump.limit()),
        jump.monday(),
        sunday,
        new Evidence(
            "jump",
            facts,
            List.of(),
            people.stream().map(Earner::row).toList(),
            people.stream().mapToLong(Earner::people).findFirst().orElse(0)));
  }

  private static Row sum(String account, long points) {
    return new Row(
        account,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        points,
        Optional.empty(),
        Optional.empty());
  }
}
