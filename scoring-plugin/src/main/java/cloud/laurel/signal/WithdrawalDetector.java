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

/** Looks for people who take back much of what they do. Begins with the withdrawals: few. */
final class WithdrawalDetector implements Detector {

  private static final String WITHDRAWN =
      " withdrawal w JOIN action_journal j ON j.id = w.target"
          + " JOIN judgement g ON g.action = j.seq AND g.account = j.actor"
          + " AND g.reason = 'WITHDRAWN' ";

  private static final String ACCOUNTS =
      "SELECT g.account, COUNT(DISTINCT j.seq) AS withdrawn, COUNT(DISTINCT g.local_day) AS days,"
          + " MIN(g.local_day) AS first_day, MAX(g.local_day) AS last_day FROM"
          + WITHDRAWN
          + "WHERE w.action >= :since AND"
          + Lookback.IN_SIGHT
          + "GROUP BY g.account HAVING COUNT(DISTINCT j.seq) >= :least"
          + " AND COUNT(DISTINCT g.local_day) >= :days ORDER BY withdrawn DESC, g.account LIMIT "
          + MOST_FINDINGS;

  private static final String STANDING =
      "SELECT g.account, COUNT(*) AS actions FROM"
          + Lookback.OWN
          + "WHERE"
          + Lookback.COUNTED
          + "AND g.account = ANY(:accounts) GROUP BY g.account";

  private static final String ACTIONS =
      "SELECT g.account AS k,"
          + EvidenceRepository.ACTION
          + " CAST(NULL AS VARCHAR) AS other, wj.occurred_at AS ended_at FROM"
          + WITHDRAWN
          + "JOIN action_journal wj ON wj.seq = w.action WHERE w.action >= :since AND"
          + Lookback.IN_SIGHT
          + "AND g.account = ANY(:accounts)";

  private final EvidenceRepository evidence = new EvidenceRepository();

  private record Taker(
      String account, long withdrawn, long days, LocalDate first, LocalDate last) {}

  @Override
  public Kind kind() {
    return Kind.UPLOAD_THEN_WITHDRAW;
  }

  @Override
  public List<Finding> find(Handle tx, Lookback lookback) {
    List<Taker> takers = takers(tx, lookback);
    if (takers.isEmpty()) {
      return List.of();
    }
    List<String> accounts = takers.stream().map(Taker::account).toList();
    Map<String, Long> standing = standing(tx, lookback, accounts);
    Map<String, Rows> rows =
        evidence.read(
            ACTIONS, sql -> lookback.query(tx, sql).bindArray("accounts", String.class, accounts));
    List<Finding> found = new ArrayList<>();
    for (Taker taker : takers) {
      long all = taker.withdrawn() + standing.getOrDefault(taker.account(), 0L);
      WithdrawalRule.severity(taker.withdrawn(), all, taker.days())
          .ifPresent(s -> found.add(finding(taker, all, s, rows.get(taker.account()))));
    }
    return found;
  }

  private Finding finding(Taker taker, long all, BigDecimal severity, Rows rows) {
    Map<String, Long> facts = new LinkedHashMap<>();
    facts.put("withdrawn", taker.withdrawn());
    facts.put("all", all);
    facts.put("days", taker.days());
    return new Finding(
        kind(),
        Subject.account(taker.account()),
        "",
        Optional.empty(),
        rows.school(),
        severity,
        taker.first(),
        taker.last(),
        new Evidence("withdrawn", facts, List.of(taker.account()), rows.latest(), rows.total()));
  }

  private static List<Taker> takers(Handle tx, Lookback lookback) {
    return lookback
        .query(tx, ACCOUNTS)
        .bind("least", WithdrawalRule.LEAST_ACTIONS)
        .bind("days", WithdrawalRule.LEAST_DAYS)
        .map(
            (row, context) ->
                new Taker(
                    row.getString("account"),
                    row.getLong("withdrawn"),
                    row.getLong("days"),
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class)))
        .list();
  }

  private static Map<String, Long> standing(Handle tx, Lookback lookback, List<String> accounts) {
    Map<String, Long> actions = new LinkedHashMap<>();
    lookback
        .query(tx, STANDING)
        .bindArray("accounts", String.class, accounts)
        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(entry -> actions.put(entry.getKey(), entry.getValue()));
    return actions;
  }
}
