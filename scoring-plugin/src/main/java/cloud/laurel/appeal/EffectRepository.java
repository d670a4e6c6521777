package cloud.laurel.appeal;

import cloud.laurel.appeal.EffectRule.Period;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What a person's limits leave room for. */
final class EffectRepository {

  /** A place that falls free goes to what was refused only because of it (rule R12). */
  private static final String LOST =
      """
      SELECT coalesce(sum(CASE WHEN EXISTS (
          SELECT 1 FROM judgement o WHERE o.account = g.account AND o.campaign = g.campaign
            AND o.indicator = g.indicator AND o.alternative = g.alternative
            AND o.period = g.period AND o.reason = 'LIMIT_REACHED')
        THEN 0 ELSE g.points END), 0)
      FROM judgement g JOIN action_journal j ON j.seq = g.action
      WHERE g.account = :account AND g.campaign = :campaign AND j.id = :action
        AND g.place IS NOT NULL""";

  /** How many places are taken, by indicator and period; where none is, there is no entry. */
  Map<Period, Long> taken(Handle tx, int campaign, String account, Set<String> periods) {
    return tx
        .createQuery(
            "SELECT indicator, period, count(*) FROM judgement WHERE account = :account"
                + " AND campaign = :campaign AND place IS NOT NULL AND period = ANY(:periods)"
                + " GROUP BY indicator, period")
        .bind("account", account)
        .bind("campaign", campaign)
        .bindArray("periods", String.class, periods)
        .map(
            (row, context) ->
                Map.entry(new Period(row.getString(1), row.getString(2)), row.getLong(3)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The points that a person loses when an action is taken back. */
  long lost(Handle tx, int campaign, String account, String action) {
    return tx.createQuery(LOST)
        .bind("account", account)
        .bind("campaign", campaign)
        .bind("action", action)
        .mapTo(Long.class)
        .one();
  }

  /** A person's points in all roles. */
  long points(Handle tx, int campaign, String account) {
    return tx.createQuery(
            "SELECT coalesce(sum(points), 0) FROM person_total"
                + " WHERE campaign = :campaign AND account = :account")
        .bind("campaign", campaign)
        .bind("account", account)
        .mapTo(Long.class)
        .one();
  }
}
