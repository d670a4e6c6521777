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

/**
 * The accounts that wait to be judged again; {@code book + 0} as in {@link JudgementRepository}.
 */
final class RejudgeRepository {

  record Waiting(int book, String account, long actions) {}

  /**
   * Puts accounts with journalled actions in the campaign's window, between two instants, into the
   * queue.
   *
   * @param accounts only these; empty for everybody
   */
  void enqueue(
      Handle tx,
      Campaign campaign,
      Optional<Collection<String>> accounts,
      Instant from,
      Instant before) {
    Instant first = campaign.everOpenedAt();
    Instant start = from.isAfter(first) ? from : first;
    Instant last = campaign.everEndsBefore();
    Instant end = before.isBefore(last) ? before : last;
    String actors = accounts.isPresent() ? " AND j.actor = ANY(:accounts)" : "";
    String counterparts = accounts.isPresent() ? " AND c.account = ANY(:accounts)" : "";
    Update insert =
        tx.createUpdate(
                "INSERT INTO rejudge (book, account, actions)"
                    + " SELECT CAST(:book AS INT), p.account, count(*) FROM ("
                    + " SELECT j.actor AS account FROM action_journal j"
                    + " WHERE j.occurred_at >= :from AND j.occurred_at < :before"
                    + actors
                    + " UNION ALL SELECT c.account FROM action_counterpart c"
                    + " JOIN action_journal j ON j.seq = c.action"
                    + " WHERE j.occurred_at >= :from AND j.occurred_at < :before"
                    + counterparts
                    + ") p GROUP BY p.account ON CONFLICT DO NOTHING")
            .bind("book", campaign.book())
            .bind("from", start.atOffset(ZoneOffset.UTC))
            .bind("before", end.atOffset(ZoneOffset.UTC));
    accounts.ifPresent(a -> insert.bindArray("accounts", String.class, a));
    insert.execute();
  }

  /** The next accounts, of any campaign. */
  List<Waiting> next(Handle tx, int most) {
    return tx.createQuery(
            "SELECT book, account, actions FROM rejudge ORDER BY account, book LIMIT :most")
        .bind("most", most)
        .map((row, context) -> new Waiting(row.getInt(1), row.getString(2), row.getLong(3)))
        .list();
  }

  /** Which of these accounts still wait. */
  Set<String> waiting(Handle tx, int book, Collection<String> accounts) {
    return new HashSet<>(
        tx.createQuery(
                "SELECT account FROM rejudge WHERE account = ANY(:accounts) AND book + 0 = :book")
            .bind("book", book)
            .bindArray("accounts", String.class, accounts)
            .mapTo(String.class)
            .list());
  }

  void delete(Handle tx, int book, Collection<String> accounts) {
    tx.createUpdate("DELETE FROM rejudge WHERE account = ANY(:accounts) AND book + 0 = :book")
        .bind("book", book)
        .bindArray("accounts", String.class, accounts)
        .execute();
  }
}
