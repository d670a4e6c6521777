package cloud.laurel.signal;

import cloud.laurel.campaign.Indicator;
import cloud.laurel.campaign.Indicator.Beneficiary;
import cloud.laurel.signal.Evidence.Row;
import cloud.laurel.signal.InvitationRingRule.Earned;
import cloud.laurel.signal.InvitationRingRule.Pair;
import cloud.laurel.signal.Signal.Subject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Looks for small groups whose invitations stay among them. Invitations are the actions of
 * indicators from which the people on the other side earn too.
 */
final class InvitationRingDetector implements Detector {

  /** Pairs that are held in memory at once, the most frequent ones. */
  private static final int MOST_PAIRS = 100_000;

  /** Also what the limit refused: who is invited back the same day seldom earns by it. */
  private static final String PAIRS =
      "SELECT j.actor, c.account, COUNT(DISTINCT g.local_day) AS days"
          + " FROM judgement g JOIN action_journal j ON j.seq = g.action"
          + " JOIN action_counterpart c ON c.action = g.action WHERE"
          + Lookback.IN_SIGHT
          + "AND (g.place IS NOT NULL OR g.reason = 'LIMIT_REACHED')"
          + " AND (g.account = j.actor OR g.account = c.account) AND c.account <> j.actor"
          + " GROUP BY j.actor, c.account HAVING COUNT(DISTINCT g.local_day) >= :days"
          + " ORDER BY days DESC, j.actor, c.account LIMIT "
          + MOST_PAIRS;

  /** Everything a group earned by invitations, with somebody of the group on the other side. */
  private static final String EARNED =
      "SELECT g.account, g.school, g.local_day, j.id, j.type, j.occurred_at, g.indicator,"
          + " g.points, CASE WHEN j.actor <> g.account THEN"
          + " CASE WHEN j.actor = ANY(:accounts) THEN j.actor END"
          + " ELSE (SELECT MIN(c.account) FROM action_counterpart c"
          + " WHERE c.account = ANY(:accounts) AND c.action = j.seq"
          + " AND c.account <> g.account) END AS other"
          + " FROM judgement g JOIN action_journal j ON j.seq = g.action WHERE"
          + Lookback.COUNTED
          + "AND g.account = ANY(:accounts) ORDER BY j.occurred_at DESC, j.id DESC, g.account";

  private record Entry(Row row, LocalDate day, Optional<String> school) {

    boolean inside() {
      return row.other().isPresent();
    }
  }

  @Override
  public Kind kind() {
    return Kind.INVITATION_RING;
  }

  @Override
  public List<Finding> find(Handle tx, Lookback lookback) {
    List<Pair> pairs =
        lookback
            .query(tx, PAIRS, InvitationRingDetector::invites)
            .bind("days", InvitationRingRule.LEAST_PAIR_DAYS)
            .map((row, context) -> new Pair(row.getString(1), row.getString(2), row.getLong(3)))
            .list();
    List<Finding> found = new ArrayList<>();
    for (Set<String> group : InvitationRingRule.groups(pairs)) {
      if (found.size() < MOST_FINDINGS) {
        judge(group, entries(tx, lookback, group)).ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean invites(Indicator indicator) {
    return indicator.beneficiaries().contains(Beneficiary.COUNTERPART);
  }

  private Optional<Finding> judge(Set<String> group, List<Entry> entries) {
    List<Entry> inside = entries.stream().filter(Entry::inside).toList();
    Earned earned =
        new Earned(points(inside), points(entries), inside.size(), days(inside).distinct().count());
    return InvitationRingRule.severity(earned)
        .map(severity -> finding(group, earned, severity, inside));
  }

  private Finding finding(
      Set<String> group, Earned earned, BigDecimal severity, List<Entry> inside) {
    Map<String, Long> facts = new LinkedHashMap<>();
    facts.put("people", (long) group.size());
    facts.put("inside", earned.inside());
    facts.put("all", earned.all());
    facts.put("days", earned.days());
    Set<String> schools =
        inside.stream().flatMap(e -> e.school().stream()).collect(Collectors.toSet());
    return new Finding(
        kind(),
        Subject.account(group.iterator().next()),
        "",
        Optional.empty(),
        schools.size() == 1 ? schools.stream().findFirst() : Optional.empty(),
        severity,
        days(inside).min(LocalDate::compareTo).orElseThrow(),
        days(inside).max(LocalDate::compareTo).orElseThrow(),
        new Evidence(
            "ring",
            facts,
            List.copyOf(group),
            inside.stream().map(Entry::row).toList(),
            inside.size()));
  }

  private static long points(List<Entry> entries) {
    return entries.stream().mapToLong(e -> e.row().points()).sum();
  }

  private static Stream<LocalDate> days(List<Entry> entries) {
    return entries.stream().map(Entry::day);
  }

  private static List<Entry> entries(Handle tx, Lookback lookback, Set<String> group) {
    return lookback
        .query(tx, EARNED, InvitationRingDetector::invites)
        .bindArray("accounts", String.class, List.copyOf(group))
        .map((row, context) -> entry(row))
        .list();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        new Row(
            row.getString("account"),
            Optional.of(row.getObject("occurred_at", OffsetDateTime.class).toInstant()),
            Optional.of(row.getString("id")),
            Optional.of(row.getString("type")),
            Optional.of(row.getString("indicator")),
            row.getLong("points"),
            Optional.ofNullable(row.getString("other")),
            Optional.empty()),
        row.getObject("local_day", LocalDate.class),
        Optional.ofNullable(row.getString("school")));
  }
}
