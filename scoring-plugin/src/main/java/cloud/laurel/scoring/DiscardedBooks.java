package cloud.laurel.scoring;

import cloud.laurel.store.Database;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Deletes what is in books that nobody needs any more, in portions, so that nobody waits. */
public final class DiscardedBooks {

  private static final int MOST_ACCOUNTS = 1_000;
  private static final List<String> TOTALS =
      List.of(
          "person_total",
          "point_move",
          "point_spread",
          "school_total",
          "school_roster",
          "school_month",
          "school_participation",
          "closed_month",
          "rejudge");

  private final Database database;

  /** One for a database. */
  public DiscardedBooks(Database database) {
    this.database = database;
  }

  private record Discarded(int book, String position) {}

  /**
   * Deletes one portion.
   *
   * @return whether there was any
   */
  public boolean work() {
    return database.inTransaction(
        tx -> {
          Optional<Discarded> next =
              tx.createQuery(
                      "SELECT book, position FROM discarded_book ORDER BY book LIMIT 1"
                          + " FOR UPDATE SKIP LOCKED")
                  .map((row, context) -> new Discarded(row.getInt(1), row.getString(2)))
                  .findOne();
          next.ifPresent(discarded -> delete(tx, discarded));
          return next.isPresent();
        });
  }

  private static void delete(Handle tx, Discarded discarded) {
    List<String> accounts =
        tx.createQuery(
                "SELECT account FROM judgement WHERE account > :after GROUP BY account"
                    + " ORDER BY account LIMIT :most")
            .bind("after", discarded.position())
            .bind("most", MOST_ACCOUNTS)
            .mapTo(String.class)
            .list();
    if (accounts.isEmpty()) {
      TOTALS.forEach(
          table -> tx.execute("DELETE FROM " + table + " WHERE book = ?", discarded.book()));
      tx.execute("DELETE FROM discarded_book WHERE book = ?", discarded.book());
      tx.execute("DELETE FROM book WHERE id = ?", discarded.book());
      return;
    }
    tx.createUpdate("DELETE FROM judgement WHERE account = ANY(:accounts) AND book + 0 = :book")
        .bind("book", discarded.book())
        .bindArray("accounts", String.class, accounts)
        .execute();
    tx.execute(
        "UPDATE discarded_book SET position = ? WHERE book = ?",
        accounts.get(accounts.size() - 1),
        discarded.book());
  }
}
