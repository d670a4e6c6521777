package cloud.laurel.scoring;

import cloud.laurel.campaign.Campaign;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The accounts that wait to be judged again. */
final class RejudgeRepository {

  record Waiting(int campaign, String account, long actions) {}

  /**
   * Puts accounts with journalled actions in the campaign's window, from an instant on, into the
   * queue.
   *
   * @param accounts only these; empty for everybody
   */
  void enqueue(Handle tx, Campaign campaign, Optional<Collection<String>> accounts, Instant from) {
    Instant start = from.isAfter(campaign.opensAt()) ? from : campaign.opensAt();
    String actors = accounts.isPresent() ? " AND j.actor = ANY(:accounts)" : "";
    String counterparts = accounts.isPresent() ? " AND c.account = ANY(:accounts)" : "";
    Update insert =
        tx.createUpdate(
                "INSERT INTO rejudge (campaign, account, actions)"
                    + " SELECT CAST(:campaign AS INT), p.account, count(*) FROM ("
                    + " SELECT j.actor AS account FROM action_journal j"
                    + " WHERE j.occurred_at >= :from AND j.occurred_at < :before"
                    + actors
                    + " UNION ALL SELECT c.account FROM action_counterpart c"
                    + " JOIN action_journal j ON j.seq = c.action"
                    + " WHERE j.occurred_at >= :from AND j.occurred_at < :before"
                    + counterparts
                    + ") p GROUP BY p.account ON CONFLICT DO NOTHING")
            .bind("campaign", campaign.id())
            .bind("from", start.atOffset(ZoneOffset.UTC))
            .bind("before", campaign.endsBefore().atOffset(ZoneOffset.UTC));
    accounts.ifPresent(a -> insert.bindArray("accounts", String.class, a));
    insert.execute();
  }

  /** The next accounts, of any campaign. */
  List<Waiting> next(Handle tx, int most) {
    return tx.createQuery(
            "SELECT campaign, account, actions FROM rejudge ORDER BY account, campaign LIMIT :most")
        .bind("most", most)
        .map((row, context) -> new Waiting(row.getInt(1), row.getString(2), row.getLong(3)))
        .list();
  }

  /** Which of these accounts still wait. */
  Set<String> waiting(Handle tx, int campaign, Collection<String> accounts) {
    return new HashSet<>(
        tx.createQuery(
                "SELECT account FROM rejudge WHERE campaign = :campaign"
                    + " AND account = ANY(:accounts)")
            .bind("campaign", campaign)
            .bindArray("accounts", String.class, accounts)
            .mapTo(String.class)
            .list());
  }

  void delete(Handle tx, int campaign, Collection<String> accounts) {
    tx.createUpdate("DELETE FROM rejudge WHERE campaign = :campaign AND account = ANY(:accounts)")
        .bind("campaign", campaign)
        .bindArray("accounts", String.class, accounts)
        .execute();
  }
}
