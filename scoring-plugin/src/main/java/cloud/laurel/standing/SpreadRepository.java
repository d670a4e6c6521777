package cloud.laurel.standing;

import cloud.laurel.campaign.Role;
import cloud.laurel.standing.Deltas.PersonKey;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Keeps how many people of a role have how many points. Batches add what they move as rows of their
 * own; {@link #fold} puts those into the spread, one book at a time, and a reader counts both.
 */
final class SpreadRepository {

  /** A book's spread with what is not folded yet. */
  static final String SPREAD =
      "SELECT w.role, w.points, sum(w.people) AS people FROM ("
          + " SELECT role, points, people FROM point_spread WHERE book = :book UNION ALL"
          + " SELECT role, points, people FROM point_move WHERE book = :book) w"
          + " GROUP BY w.role, w.points HAVING sum(w.people) <> 0";

  private static final int PORTION = 5_000;

  /** Adds the way of some people from their points before a batch to those they have now. */
  void move(Handle tx, int book, Map<PersonKey, Long> changes) {
    if (changes.isEmpty()) {
      return;
    }
    tx.createUpdate(
            "INSERT INTO point_move (book, role, points, people)"
                + " SELECT CAST(:book AS INT), w.role, w.points, sum(w.people) FROM ("
                + " SELECT t.role, t.points - s.back * k.points AS points, s.people"
                + " FROM UNNEST(CAST(:accounts AS VARCHAR ARRAY), CAST(:roles AS VARCHAR ARRAY),"
                + " CAST(:points AS BIGINT ARRAY)) AS k (account, role, points)"
                + " JOIN person_total t ON t.book = :book AND t.account = k.account"
                + " AND t.role = k.role"
                + " CROSS JOIN (VALUES (0, 1), (1, -1)) AS s (back, people)) w"
                + " GROUP BY w.role, w.points HAVING sum(w.people) <> 0")
        .bind("book", book)
        .bindArray(
            "accounts", String.class, changes.keySet().stream().map(PersonKey::account).toList())
        .bindArray(
            "roles", String.class, changes.keySet().stream().map(k -> k.role().name()).toList())
        .bindArray("points", Long.class, List.copyOf(changes.values()))
        .execute();
  }

  /**
   * Counts a book's spread afresh. The caller holds every stripe, so no batch is adding.
   *
   * @param day whose memberships count (rule R6)
   */
  void recount(Handle tx, int book, LocalDate day) {
    lock(tx, book);
    tx.execute("DELETE FROM point_move WHERE book = ?", book);
    tx.execute("DELETE FROM point_spread WHERE book = ?", book);
    tx.createUpdate(
            "INSERT INTO point_spread (book, role, points, people)"
                + " SELECT CAST(:book AS INT), h.role, coalesce(t.points, 0), count(*) FROM ("
                + " SELECT DISTINCT m.account, m.role FROM membership m"
                + " WHERE m.role <> 'STUDENT' AND m.valid_from <= :day"
                + " AND (m.valid_to IS NULL OR m.valid_to > :day)) h"
                + " LEFT JOIN person_total t ON t.book = :book AND t.account = h.account"
                + " AND t.role = h.role GROUP BY h.role, coalesce(t.points, 0)")
        .bind("book", book)
        .bind("day", day)
        .execute();
  }

  /**
   * Puts a portion of what batches moved into the spread.
   *
   * @return whether more may be waiting
   */
  boolean fold(Handle tx) {
    return tx.createQuery("SELECT book FROM point_move ORDER BY id LIMIT 1")
        .mapTo(Integer.class)
        .findOne()
        .map(book -> fold(tx, book))
        .orElse(false);
  }

  private static boolean fold(Handle tx, int book) {
    record Move(long id, String role, long points, long people) {}
    record Key(String role, long points) {}
    lock(tx, book);
    List<Move> moves =
        tx.createQuery(
                "SELECT id, role, points, people FROM point_move WHERE book = :book"
                    + " ORDER BY id LIMIT :most")
            .bind("book", book)
            .bind("most", PORTION)
            .map(
                (row, context) ->
                    new Move(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)))
            .list();
    Map<Key, Long> sums = new TreeMap<>(Comparator.comparing(Key::role).thenComparing(Key::points));
    moves.forEach(m -> sums.merge(new Key(m.role(), m.points()), m.people(), Long::sum));
    tx.createUpdate(
            "MERGE INTO point_spread s USING (SELECT * FROM UNNEST(CAST(:roles AS VARCHAR ARRAY),"
                + " CAST(:points AS BIGINT ARRAY), CAST(:people AS BIGINT ARRAY))"
                + " AS k (role, points, people)) k"
                + " ON s.book = :book AND s.role = k.role AND s.points = k.points"
                + " WHEN MATCHED THEN UPDATE SET people = s.people + k.people"
                + " WHEN NOT MATCHED THEN INSERT (book, role, points, people)"
                + " VALUES (:book, k.role, k.points, k.people)")
        .bind("book", book)
        .bindArray("roles", String.class, sums.keySet().stream().map(Key::role).toList())
        .bindArray("points", Long.class, sums.keySet().stream().map(Key::points).toList())
        .bindArray("people", Long.class, List.copyOf(sums.values()))
        .execute();
    tx.execute("DELETE FROM point_spread WHERE book = ? AND people = 0", book);
    tx.createUpdate("DELETE FROM point_move WHERE id = ANY(:ids)")
        .bindArray("ids", Long.class, moves.stream().map(Move::id).toList())
        .execute();
    return moves.size() == PORTION;
  }

  /** Whoever folds or counts afresh holds the book; batches do not need it. */
  private static void lock(Handle tx, int book) {
    tx.createQuery("SELECT id FROM book WHERE id = :book FOR UPDATE")
        .bind("book", book)
        .mapTo(Integer.class)
        .findOne();
  }

  /** The spread as it is at this moment, in one statement. */
  Spread of(Handle tx, int book, Role role) {
    TreeMap<Long, Long> people = new TreeMap<>();
    tx.createQuery("SELECT s.points, s.people FROM (" + SPREAD + ") s WHERE s.role = :role")
        .bind("book", book)
        .bind("role", role.name())
        .map((row, context) -> people.put(row.getLong(1), row.getLong(2)))
        .list();
    return new Spread(people);
  }
}
