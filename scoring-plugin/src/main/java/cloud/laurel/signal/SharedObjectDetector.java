package cloud.laurel.signal;

import cloud.laurel.signal.EvidenceRepository.Rows;
import cloud.laurel.signal.Signal.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Looks for objects that many people counted under one indicator. */
final class SharedObjectDetector implements Detector {

  private static final String WITH_OBJECT =
      Lookback.COUNTED + "AND j.object_id IS NOT NULL AND j.type NOT LIKE :joined ";

  private static final String OBJECTS =
      "SELECT j.object_id, g.indicator, COUNT(DISTINCT g.account) AS accounts,"
          + " COUNT(*) AS actions, SUM(g.points) AS points, MAX(j.object_name) AS object_name,"
          + " MIN(g.local_day) AS first_day, MAX(g.local_day) AS last_day FROM"
          + Lookback.OWN
          + "WHERE"
          + WITH_OBJECT
          + "GROUP BY j.object_id, g.indicator HAVING COUNT(DISTINCT g.account) >= :least"
          + " ORDER BY accounts DESC, j.object_id, g.indicator LIMIT "
          + MOST_FINDINGS;

  private static final String CUSTOM =
      "SELECT o.indicator, COUNT(*) AS objects,"
          + " SUM(CASE WHEN o.accounts > 1 THEN 1 ELSE 0 END) AS shared"
          + " FROM (SELECT g.indicator, j.object_id, COUNT(DISTINCT g.account) AS accounts FROM"
          + Lookback.OWN
          + "WHERE"
          + WITH_OBJECT
          + "GROUP BY g.indicator, j.object_id) o GROUP BY o.indicator";

  private static final String ACTIONS =
      "SELECT j.object_id || ' ' || g.indicator AS k,"
          + EvidenceRepository.ACTION
          + EvidenceRepository.ALONE
          + "FROM"
          + Lookback.OWN
          + "WHERE"
          + WITH_OBJECT
          + "AND j.object_id = ANY(:objects)";

  private final EvidenceRepository evidence = new EvidenceRepository();

  private record Shared(
      String object,
      String indicator,
      long accounts,
      long actions,
      long points,
      Optional<String> name,
      LocalDate first,
      LocalDate last) {}

  private record Custom(long objects, long shared) {}

  @Override
  public Kind kind() {
    return Kind.SHARED_OBJECT;
  }

  @Override
  public List<Finding> find(Handle tx, Lookback lookback) {
    List<Shared> shared = shared(tx, lookback);
    if (shared.isEmpty()) {
      return List.of();
    }
    Map<String, Custom> customs = customs(tx, lookback);
    List<String> objects = shared.stream().map(Shared::object).distinct().toList();
    Map<String, Rows> rows =
        evidence.read(
            ACTIONS,
            sql ->
                lookback
                    .query(tx, sql)
                    .bind("joined", SharedObjectRule.JOINED)
                    .bindArray("objects", String.class, objects));
    List<Finding> found = new ArrayList<>();
    for (Shared one : shared) {
      Custom custom = customs.get(one.indicator());
      SharedObjectRule.severity(one.accounts(), custom.objects(), custom.shared())
          .ifPresent(
              s -> found.add(finding(one, s, rows.get(one.object() + " " + one.indicator()))));
    }
    return found;
  }

  private Finding finding(Shared shared, BigDecimal severity, Rows rows) {
    Map<String, Long> facts = new LinkedHashMap<>();
    facts.put("accounts", shared.accounts());
    facts.put("actions", shared.actions());
    facts.put("points", shared.points());
    return new Finding(
        kind(),
        Subject.object(shared.object()),
        shared.indicator(),
        shared.name(),
        rows.school(),
        severity,
        shared.first(),
        shared.last(),
        new Evidence(
            "object",
            facts,
            rows.latest().stream().map(Evidence.Row::account).distinct().sorted().toList(),
            rows.latest(),
            rows.total()));
  }

  private static List<Shared> shared(Handle tx, Lookback lookback) {
    return lookback
        .query(tx, OBJECTS)
        .bind("joined", SharedObjectRule.JOINED)
        .bind("least", SharedObjectRule.LEAST_ACCOUNTS)
        .map(
            (row, context) ->
                new Shared(
                    row.getString("object_id"),
                    row.getString("indicator"),
                    row.getLong("accounts"),
                    row.getLong("actions"),
                    row.getLong("points"),
                    Optional.ofNullable(row.getString("object_name")),
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class)))
        .list();
  }

  private static Map<String, Custom> customs(Handle tx, Lookback lookback) {
    Map<String, Custom> customs = new LinkedHashMap<>();
    lookback
        .query(tx, CUSTOM)
        .bind("joined", SharedObjectRule.JOINED)
        .map(
            (row, context) ->
                Map.entry(row.getString(1), new Custom(row.getLong(2), row.getLong(3))))
        .forEach(entry -> customs.put(entry.getKey(), entry.getValue()));
    return customs;
  }
}
