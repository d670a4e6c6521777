package cloud.laurel.signal;

import cloud.laurel.signal.EvidenceRepository.Rows;
import cloud.laurel.signal.MidnightRule.Nights;
import cloud.laurel.signal.Signal.Subject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Looks for people and schools whose points come around midnight. */
final class MidnightDetector implements Detector {

  private static final Duration EDGE_OF_DAY = Duration.ofMinutes(MidnightRule.MINUTES);

  /** Local days with their edges as instants: a day of 23 hours has its midnight too. */
  private static final String DAYS =
      " JOIN (SELECT CAST(k.a AS DATE) AS local_day, CAST(k.b AS DATE) AS eve,"
          + " CAST(k.c AS TIMESTAMP WITH TIME ZONE) AS early_until,"
          + " CAST(k.d AS TIMESTAMP WITH TIME ZONE) AS late_from"
          + " FROM UNNEST(CAST(:days AS VARCHAR ARRAY), CAST(:eves AS VARCHAR ARRAY),"
          + " CAST(:early AS VARCHAR ARRAY), CAST(:late AS VARCHAR ARRAY)) AS k (a, b, c, d)) d"
          + " ON d.local_day = g.local_day ";

  private static final String EDGE =
      "SELECT"
          + EvidenceRepository.ACTION
          + " g.local_day, CASE WHEN j.occurred_at < d.early_until THEN 1 ELSE 0 END AS early,"
          + " CASE WHEN j.occurred_at < d.early_until THEN d.eve ELSE d.local_day END AS night"
          + " FROM"
          + Lookback.OWN
          + DAYS
          + "WHERE"
          + Lookback.COUNTED
          + "AND (j.occurred_at < d.early_until OR j.occurred_at >= d.late_from)";

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
                ACTIONS.replace("@", column),
                sql ->
                    days(lookback.query(tx, sql), lookback)
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
    return days(lookback.query(tx, NIGHTS.replace("@", column)), lookback)
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

  private static Query days(Query query, Lookback lookback) {
    ZoneId zone = lookback.campaign().zone();
    List<LocalDate> days = lookback.first().datesUntil(lookback.last().plusDays(1)).toList();
    return query
        .bindArray("days", String.class, days.stream().map(LocalDate::toString).toList())
        .bindArray("eves", String.class, days.stream().map(d -> d.minusDays(1) + "").toList())
        .bindArray(
            "early",
            String.class,
            days.stream()
                .map(d -> d.atStartOfDay(zone).plus(EDGE_OF_DAY).toInstant() + "")
                .toList())
        .bindArray(
            "late",
            String.class,
            days.stream()
                .map(d -> d.plusDays(1).atStartOfDay(zone).minus(EDGE_OF_DAY).toInstant() + "")
                .toList());
  }
}
