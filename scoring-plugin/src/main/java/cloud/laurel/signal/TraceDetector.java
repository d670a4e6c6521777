package cloud.laurel.signal;

import cloud.laurel.signal.EvidenceRepository.Rows;
import cloud.laurel.signal.OneHandRule.Trace;
import cloud.laurel.signal.Signal.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Looks for devices, sessions, operators and addresses at which accounts change quickly. */
final class TraceDetector implements Detector {

  /** What the platform said, cut out of the JSON: both databases know this function. */
  private static final String PLACES =
      "SELECT"
          + EvidenceRepository.ACTION
          + " g.local_day, g.action,"
          + " REGEXP_SUBSTR(j.attributes, :pattern, 1, 1, 'c', 1) AS place FROM"
          + Lookback.OWN
          + "WHERE"
          + Lookback.COUNTED
          + "AND j.attributes LIKE :like";

  private static final String FOLLOWING =
      "SELECT p.*, LAG(p.account) OVER (PARTITION BY p.place ORDER BY p.occurred_at, p.action)"
          + " AS leader, LAG(p.occurred_at) OVER (PARTITION BY p.place"
          + " ORDER BY p.occurred_at, p.action) AS led_at FROM ("
          + PLACES
          + ") p WHERE p.place IS NOT NULL";

  private static final String QUICK =
      "f.leader <> f.account AND f.occurred_at <= f.led_at + INTERVAL '@' SECOND";

  private static final String BUSY =
      "SELECT f.place, COUNT(DISTINCT f.account) AS accounts, COUNT(*) AS actions,"
          + " COUNT(CASE WHEN "
          + QUICK
          + " THEN 1 END) AS times, COUNT(DISTINCT CASE WHEN "
          + QUICK
          + " THEN f.local_day END) AS days, MIN(f.local_day) AS first_day,"
          + " MAX(f.local_day) AS last_day FROM ("
          + FOLLOWING
          + ") f GROUP BY f.place HAVING COUNT(DISTINCT f.account) >= :accounts"
          + " AND COUNT(CASE WHEN "
          + QUICK
          + " THEN 1 END) >= :times ORDER BY times DESC, f.place LIMIT "
          + MOST_FINDINGS;

  private static final String ACTIONS =
      "SELECT f.place AS k, f.account, f.school, f.id, f.type, f.occurred_at, f.indicator,"
          + " f.points, f.leader AS other, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS ended_at"
          + " FROM ("
          + FOLLOWING
          + ") f WHERE f.place = ANY(:places) AND "
          + QUICK;

  private final EvidenceRepository evidence = new EvidenceRepository();

  private record Place(
      String value,
      long accounts,
      long actions,
      long times,
      long days,
      LocalDate first,
      LocalDate last) {}

  @Override
  public Kind kind() {
    return Kind.ONE_HAND;
  }

  @Override
  public List<Finding> find(Handle tx, Lookback lookback) {
    List<Finding> found = new ArrayList<>();
    for (Trace trace : Trace.values()) {
      found.addAll(find(tx, lookback, trace));
    }
    return found;
  }

  private List<Finding> find(Handle tx, Lookback lookback, Trace trace) {
    Map<Place, BigDecimal> severe = new LinkedHashMap<>();
    for (Place p : places(tx, lookback, trace)) {
      OneHandRule.severity(trace, p.accounts(), p.actions(), p.times(), p.days())
          .ifPresent(severity -> severe.put(p, severity));
    }
    if (severe.isEmpty()) {
      return List.of();
    }
    List<String> values = severe.keySet().stream().map(Place::value).toList();
    Map<String, Rows> rows =
        evidence.read(
            sql(ACTIONS, trace),
            sql ->
                traced(lookback.query(tx, sql), trace).bindArray("places", String.class, values));
    List<Finding> found = new ArrayList<>();
    severe.forEach(
        (place, severity) -> found.add(finding(trace, place, severity, rows.get(place.value()))));
    return found;
  }

  private Finding finding(Trace trace, Place place, BigDecimal severity, Rows rows) {
    Map<String, Long> facts = new LinkedHashMap<>();
    facts.put("accounts", place.accounts());
    facts.put("times", place.times());
    facts.put("days", place.days());
    return new Finding(
        kind(),
        Subject.object(place.value()),
        trace.attribute(),
        Optional.empty(),
        rows.school(),
        severity,
        place.first(),
        place.last(),
        new Evidence(
            "hand." + trace.attribute(),
            facts,
            rows.latest().stream().map(Evidence.Row::account).distinct().sorted().toList(),
            rows.latest(),
            rows.total()));
  }

  private static List<Place> places(Handle tx, Lookback lookback, Trace trace) {
    return traced(lookback.query(tx, sql(BUSY, trace)), trace)
        .bind("accounts", OneHandRule.LEAST_ACCOUNTS)
        .bind("times", OneHandRule.LEAST_TIMES)
        .map(
            (row, context) ->
                new Place(
                    row.getString("place"),
                    row.getLong("accounts"),
                    row.getLong("actions"),
                    row.getLong("times"),
                    row.getLong("days"),
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class)))
        .list();
  }

  private static String sql(String sql, Trace trace) {
    return sql.replace("@", String.valueOf(trace.seconds()));
  }

  private static Query traced(Query query, Trace trace) {
    String member = '"' + trace.attribute() + "\":\"";
    return query.bind("like", '%' + member + '%').bind("pattern", member + "([^\"\\\\]{1,128})\"");
  }
}
