package cloud.laurel.signal;

import cloud.laurel.signal.EvidenceRepository.Rows;
import cloud.laurel.signal.MidnightRule.Nights;
import cloud.laurel.signal.Signal.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Looks for people and schools whose points come around midnight. */
final class MidnightDetector implements Detector {

  private static final int DAY = 86_400;
  private static final int MARGIN = 60 * MidnightRule.MINUTES;

  /** Reckoned from the wall clock's second: joining days to millions of actions takes too long. */
  private static final String EDGE =
      "SELECT f.*, CASE WHEN f.clock < "
          + MARGIN
          + " THEN 1 ELSE 0 END AS early, CASE WHEN f.clock < "
          + MARGIN
          + " THEN CAST(f.local_day - INTERVAL '1' DAY AS DATE) ELSE f.local_day END AS night"
          + " FROM (SELECT"
          + EvidenceRepository.ACTION
          + " g.local_day, MOD(CAST(FLOOR(EXTRACT(EPOCH FROM j.occurred_at)) AS BIGINT) + #, "
          + DAY
          + ") AS clock FROM"
          + Lookback.OWN
          + "WHERE"
          + Lookback.COUNTED
          + ") f WHERE f.clock < "
          + MARGIN
          + " OR f.clock >= "
          + (DAY - MARGIN);

  private static final String NIGHTS =
      "SELECT n.subject, SUM(n.actions) AS edge, COUNT(DISTINCT n.night) AS nights,"
          + " COUNT(DISTINCT CASE WHEN n.early = 1 AND n.late = 1 THEN n.night END) AS pairs,"
          + " COUNT(DISTINCT n.account) AS people, MIN(n.first_day) AS first_day,"
          + " MAX(n.last_day) AS last_day FROM (SELECT e.@ AS subject, e.account, e.indicator,"
          + " e.night, COUNT(*) AS actions, MAX(e.early) AS early, MAX(1 - e.early) AS late,"
          + " MIN(e.local_day) AS first_day, MAX(e.local_day) AS last_day FROM ("
          + EDGE
          + ") e WHERE e.@ IS NOT NULL GROUP BY e.@, e.account, e.indicator, e.night) n"
          + " GROUP BY n.subject HAVING SUM(n.actions) >= :least"
          + " AND COUNT(DISTINCT n.night) >= :nights"
          + " ORDER BY pairs DESC, edge DESC, n.subject LIMIT "
          + MOST_FINDINGS;

  private static final String ALL =
      "SELECT g.@ AS subject, COUNT(*) AS actions FROM"
          + Lookback.OWN
          + "WHERE"
          + Lookback.COUNTED
          + "AND g.@ = ANY(:subjects) GROUP BY g.@";

  private static final String ACTIONS =
      "SELECT e.@ AS k, e.account, e.school, e.id, e.type, e.occurred_at, e.indicator, e.points,"
          + EvidenceRepository.ALONE
          + "FROM ("
          + EDGE
          + ") e WHERE e.@ = ANY(:subjects)";

  private final EvidenceRepository evidence = new EvidenceRepository();

  private record Edge(
      String subject,
      long edge,
      long nights,
      long pairs,
      long people,
      LocalDate first,
      LocalDate last) {}

  @Override
  public Kind kind() {
    return Kind.MIDNIGHT_BURST;
  }

  @Override
  public List<Finding> find(Handle tx, Lookback lookback) {
    List<Finding> found =
        new ArrayList<>(find(tx, lookback, "account", MidnightRule::ofAccount, Subject::account));
    found.addAll(find(tx, lookback, "school", MidnightRule::ofSchool, Subject::school));
    return found;
  }

  private List<Finding> find(
      Handle tx,
      Lookback lookback,
      String column,
      Function<Nights, Optional<BigDecimal>> rule,
      Function<String, Subject> subject) {
    Map<Edge, BigDecimal> severe = new LinkedHashMap<>();
    List<Edge> edges = edges(tx, lookback, column);
    Map<String, Long> all = all(tx, lookback, column, edges);
    for (Edge e : edges) {
      rule.apply(new Nights(e.edge(), all.get(e.subject()), e.nights(), e.pairs(), e.people()))
          .ifPresent(severity -> severe.put(e, severity));
    }
    String[] subjects = severe.keySet().stream().map(Edge::subject).toArray(String[]::new);
    Map<String, Rows> rows =
        subjects.length == 0
            ? Map.of()
            : evidence.read(
                sql(ACTIONS, column, lookback),
                sql ->
                    lookback
                        .query(tx, sql)
                        .bindArray("subjects", String.class, (Object[]) subjects));
    List<Finding> found = new ArrayList<>();
    severe.forEach(
        (edge, severity) ->
            found.add(
                finding(
                    edge,
                    severity,
                    all.get(edge.subject()),
                    subject.apply(edge.subject()),
                    rows.get(edge.subject()))));
    return found;
  }

  private Finding finding(Edge edge, BigDecimal severity, long all, Subject subject, Rows rows) {
    boolean person = subject.type() == Subject.Type.ACCOUNT;
    Map<String, Long> facts = new LinkedHashMap<>();
    facts.put("edge", edge.edge());
    facts.put("all", all);
    facts.put("nights", edge.nights());
    facts.put(person ? "pairs" : "people", person ? edge.pairs() : edge.people());
    return new Finding(
        kind(),
        subject,
        "",
        Optional.empty(),
        person ? rows.school() : Optional.of(subject.code()),
        severity,
        edge.first(),
        edge.last(),
        new Evidence(
            person ? "midnight.account" : "midnight.school",
            facts,
            person ? List.of(subject.code()) : List.of(),
            rows.latest(),
            rows.total()));
  }

  private static List<Edge> edges(Handle tx, Lookback lookback, String column) {
    return lookback
        .query(tx, sql(NIGHTS, column, lookback))
        .bind("least", MidnightRule.LEAST_ACTIONS)
        .bind("nights", MidnightRule.LEAST_NIGHTS)
        .map(
            (row, context) ->
                new Edge(
                    row.getString("subject"),
                    row.getLong("edge"),
                    row.getLong("nights"),
                    row.getLong("pairs"),
                    row.getLong("people"),
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class)))
        .list();
  }

  private static Map<String, Long> all(
      Handle tx, Lookback lookback, String column, List<Edge> edges) {
    return edges.isEmpty()
        ? Map.of()
        : lookback
            .query(tx, ALL.replace("@", column))
            .bindArray("subjects", String.class, edges.stream().map(Edge::subject).toList())
            .reduceRows(
                new LinkedHashMap<String, Long>(),
                (map, row) -> {
                  map.put(
                      row.getColumn("subject", String.class), row.getColumn("actions", Long.class));
                  return map;
                });
  }

  /** The statement for a column, with the zone's offset in seconds at each action's time. */
  private static String sql(String sql, String column, Lookback lookback) {
    ZoneRules rules = lookback.campaign().zone().getRules();
    Instant start = lookback.first().atStartOfDay(lookback.campaign().zone()).toInstant();
    Instant end = lookback.last().plusDays(1).atStartOfDay(lookback.campaign().zone()).toInstant();
    StringBuilder changes = new StringBuilder();
    for (ZoneOffsetTransition change = rules.nextTransition(start);
        change != null && change.getInstant().isBefore(end);
        change = rules.nextTransition(change.getInstant())) {
      changes
          .append(" WHEN EXTRACT(EPOCH FROM j.occurred_at) < ")
          .append(change.toEpochSecond())
          .append(" THEN ")
          .append(change.getOffsetBefore().getTotalSeconds());
    }
    int last = rules.getOffset(end).getTotalSeconds();
    String offset = changes.isEmpty() ? "" + last : "CASE" + changes + " ELSE " + last + " END";
    return sql.replace("@", column).replace("#", offset);
  }
}
