package cloud.laurel.appeal;

import cloud.laurel.appeal.EffectRule.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What a person's limits leave room for. */
final class EffectRepository {

  /** A place that falls free goes to what was refused only because of it (rule R12). */
  private static final String LOST =
      """
      SELECT coalesce(sum(CASE WHEN EXISTS (
          SELECT 1 FROM judgement o WHERE o.account = g.account AND o.book = g.book
            AND o.indicator = g.indicator AND o.alternative = g.alternative
            AND o.period = g.period AND o.reason = 'LIMIT_REACHED')
        THEN 0 ELSE g.points END), 0)
      FROM judgement g JOIN action_journal j ON j.seq = g.action
      WHERE g.account = :account AND g.book = :book AND j.id = :action
        AND g.place IS NOT NULL""";

  /** How many places are taken, by indicator and period; where none is, there is no entry. */
  Map<Period, Long> taken(Handle tx, int book, String account, Set<String> periods) {
    return tx
        .createQuery(
            "SELECT indicator, period, count(*) FROM judgement WHERE account = :account"
                + " AND book = :book AND place IS NOT NULL AND period = ANY(:periods)"
                + " GROUP BY indicator, period")
        .bind("account", account)
        .bind("book", book)
        .bindArray("periods", String.class, periods)
        .map(
            (row, context) ->
                Map.entry(new Period(row.getString(1), row.getString(2)), row.getLong(3)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The points that a person loses when an action is taken back. */
  long lost(Handle tx, int book, String account, String action) {
    return tx.createQuery(LOST)
        .bind("account", account)
        .bind("book", book)
        .bind("action", action)
        .mapTo(Long.class)
        .one();
  }

  /** What an action was done to, by its id. */
  Optional<String> object(Handle tx, String action) {
    return tx.createQuery(
            "SELECT object_id FROM action_journal WHERE id = :action AND object_id IS NOT NULL")
        .bind("action", action)
        .mapTo(String.class)
        .findOne();
  }

  /** A person's points in all roles. */
  long points(Handle tx, int book, String account) {
    return tx.createQuery(
            "SELECT coalesce(sum(points), 0) FROM person_total"
                + " WHERE book = :book AND account = :account")
        .bind("book", book)
        .bind("account", account)
        .mapTo(Long.class)
        .one();
  }
}
