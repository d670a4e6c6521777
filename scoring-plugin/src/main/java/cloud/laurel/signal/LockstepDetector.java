package cloud.laurel.signal;

import cloud.laurel.signal.EvidenceRepository.Rows;
import cloud.laurel.signal.OneHandRule.Chain;
import cloud.laurel.signal.OneHandRule.Step;
import cloud.laurel.signal.Signal.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Looks for accounts of one school that do the same work within seconds, always in one order. */
final class LockstepDetector implements Detector {

  /** Steps that are held in memory at once. */
  private static final int MOST_STEPS = 10_000;

  private static final String WINDOW =
      " OVER (PARTITION BY g.school, g.local_day, g.indicator ORDER BY j.occurred_at, g.action) ";

  private static final String QUICK =
      "SELECT f.*, f.leader AS other, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS ended_at FROM"
          + " (SELECT"
          + EvidenceRepository.ACTION
          + " g.local_day, LAG(g.account)"
          + WINDOW
          + "AS leader, LAG(j.occurred_at)"
          + WINDOW
          + "AS led_at FROM"
          + Lookback.OWN
          + "WHERE"
          + Lookback.COUNTED
          + "AND g.school IS NOT NULL) f WHERE f.leader <> f.account"
          + " AND f.occurred_at <= f.led_at + INTERVAL '"
          + OneHandRule.LOCKSTEP_SECONDS
          + "' SECOND";

  private static final String STEPS =
      "SELECT q.school, q.leader, q.account, COUNT(*) AS times,"
          + " COUNT(DISTINCT q.local_day) AS days, MIN(q.local_day) AS first_day,"
          + " MAX(q.local_day) AS last_day FROM ("
          + QUICK
          + ") q GROUP BY q.school, q.leader, q.account HAVING COUNT(*) >= :times"
          + " AND COUNT(DISTINCT q.local_day) >= :days"
          + " ORDER BY times DESC, q.school, q.leader, q.account LIMIT "
          + MOST_STEPS;

  private static final String ALL =
      "SELECT g.account, COUNT(*) FROM"
          + Lookback.OWN
          + "WHERE"
          + Lookback.COUNTED
          + "AND g.account = ANY(:accounts) GROUP BY g.account";

  private static final String ACTIONS =
      "SELECT c.head AS k, q.* FROM ("
          + QUICK
          + ") q JOIN UNNEST(CAST(:heads AS VARCHAR ARRAY), CAST(:schools AS VARCHAR ARRAY),"
          + " CAST(:leaders AS VARCHAR ARRAY), CAST(:followers AS VARCHAR ARRAY))"
          + " AS c (head, school, leader, follower)"
          + " ON c.school = q.school AND c.leader = q.leader AND c.follower = q.account";

  private final EvidenceRepository evidence = new EvidenceRepository();

  private record Counted(Step step, LocalDate first, LocalDate last) {}

  @Override
  public Kind kind() {
    return Kind.ONE_HAND;
  }

  @Override
  public List<Finding> find(Handle tx, Lookback lookback) {
    Map<Step, Counted> steps = steps(tx, lookback);
    List<Chain> chains = OneHandRule.chains(steps.keySet()).stream().limit(MOST_FINDINGS).toList();
    if (chains.isEmpty()) {
      return List.of();
    }
    Map<String, Rows> rows =
        evidence.read(
            ACTIONS,
            sql ->
                lookback
                    .query(tx, sql)
                    .bindArray("heads", String.class, each(chains, c -> c.accounts().get(0)))
                    .bindArray("schools", String.class, of(chains, Step::school))
                    .bindArray("leaders", String.class, of(chains, Step::leader))
                    .bindArray("followers", String.class, of(chains, Step::follower)));
    return chains.stream()
        .map(chain -> finding(chain, steps, rows.get(chain.accounts().get(0))))
        .toList();
  }

  private Finding finding(Chain chain, Map<Step, Counted> steps, Rows rows) {
    List<Counted> counted = chain.steps().stream().map(steps::get).toList();
    TreeSet<LocalDate> days = new TreeSet<>();
    counted.forEach(c -> days.addAll(List.of(c.first(), c.last())));
    Map<String, Long> facts = new LinkedHashMap<>();
    facts.put("accounts", (long) chain.accounts().size());
    facts.put("times", chain.times());
    facts.put("days", chain.days());
    return new Finding(
        kind(),
        Subject.account(chain.accounts().get(0)),
        "lockstep",
        Optional.empty(),
        Optional.of(chain.school()),
        chain.severity(),
        days.first(),
        days.last(),
        new Evidence("hand.lockstep", facts, chain.accounts(), rows.latest(), rows.total()));
  }

  private static Map<Step, Counted> steps(Handle tx, Lookback lookback) {
    List<Counted> partial =
        lookback
            .query(tx, STEPS)
            .bind("times", OneHandRule.LEAST_TIMES)
            .bind("days", OneHandRule.LOCKSTEP_DAYS)
            .map(
                (row, context) ->
                    new Counted(
                        new Step(
                            row.getString("school"),
                            row.getString("leader"),
                            row.getString("account"),
                            row.getLong("times"),
                            row.getLong("days"),
                            0),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
            .list();
    Map<String, Long> all = all(tx, lookback, partial);
    Map<Step, Counted> steps = new LinkedHashMap<>();
    for (Counted c : partial) {
      Step s = c.step();
      Step whole =
          new Step(
              s.school(), s.leader(), s.follower(), s.times(), s.days(), all.get(s.follower()));
      steps.put(whole, new Counted(whole, c.first(), c.last()));
    }
    return steps;
  }

  private static Map<String, Long> all(Handle tx, Lookback lookback, List<Counted> steps) {
    Map<String, Long> all = new LinkedHashMap<>();
    if (!steps.isEmpty()) {
      lookback
          .query(tx, ALL)
          .bindArray(
              "accounts",
              String.class,
              steps.stream().map(c -> c.step().follower()).distinct().toList())
          .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
          .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    }
    return all;
  }

  private static List<String> of(
      List<Chain> chains, java.util.function.Function<Step, String> value) {
    return chains.stream().flatMap(c -> c.steps().stream()).map(value).toList();
  }

  /** A value of the chain for each of its steps. */
  private static List<String> each(
      List<Chain> chains, java.util.function.Function<Chain, String> value) {
    List<String> values = new ArrayList<>();
    chains.forEach(c -> c.steps().forEach(s -> values.add(value.apply(c))));
    return values;
  }
}
