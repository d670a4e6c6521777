package cloud.laurel.scoring;

import cloud.laurel.scoring.Judgement.Group;
import cloud.laurel.scoring.Judgement.Key;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Judgements in the database. Where many accounts are asked for, the book is compared as {@code
 * book + 0}: H2 looks a list of values up in an index only if nothing else of the index is
 * compared.
 */
final class JudgementRepository {

  private static final String COLUMNS =
      " g.indicator, g.alternative, g.local_day, g.period, g.place, g.points, g.reason,"
          + " g.school ";
  private static final String SELECT =
      "SELECT g.account, g.action, j.id AS action_id, j.occurred_at," + COLUMNS;
  private static final String JOURNAL = " JOIN action_journal j ON j.seq = g.action ";

  /** What holds the places of these groups now. */
  List<Judgement> counted(Handle tx, int book, Collection<Group> groups) {
    return inGroups(tx, book, groups, " AND g.place IS NOT NULL");
  }

  /** Everything in these groups, counted or not. */
  List<Judgement> all(Handle tx, int book, Collection<Group> groups) {
    return inGroups(tx, book, groups, "");
  }

  /** Looks each action up by its number: for a join PostgreSQL may read the whole journal. */
  private static List<Judgement> inGroups(
      Handle tx, int book, Collection<Group> groups, String condition) {
    if (groups.isEmpty()) {
      return List.of();
    }
    return tx.createQuery(
            "SELECT g.account, g.action,"
                + " (SELECT j.id FROM action_journal j WHERE j.seq = g.action) AS action_id,"
                + " (SELECT j.occurred_at FROM action_journal j WHERE j.seq = g.action)"
                + " AS occurred_at,"
                + COLUMNS
                + "FROM judgement g WHERE g.slot = ANY(:slots)"
                + condition)
        .bindArray("slots", UUID.class, groups.stream().map(g -> g.slot(book)).toList())
        .map((row, context) -> judgement(row))
        .list();
  }

  /** Every judgement of these actions. */
  List<Judgement> ofActions(Handle tx, int book, Collection<Long> actions) {
    return tx.createQuery(
            SELECT
                + "FROM action_journal j, judgement g WHERE j.seq = ANY(:actions)"
                + " AND g.action = j.seq AND g.book = :book"
                + " AND (g.account = j.actor OR g.account IN"
                + " (SELECT c.account FROM action_counterpart c WHERE c.action = j.seq))")
        .bind("book", book)
        .bindArray("actions", Long.class, actions)
        .map((row, context) -> judgement(row))
        .list();
  }

  /** Every judgement of these accounts. */
  List<Judgement> ofAccounts(Handle tx, int book, Collection<String> accounts) {
    return tx.createQuery(
            SELECT
                + "FROM judgement g"
                + JOURNAL
                + "WHERE g.account = ANY(:accounts) AND g.book + 0 = :book")
        .bind("book", book)
        .bindArray("accounts", String.class, accounts)
        .map((row, context) -> judgement(row))
        .list();
  }

  /**
   * Those judgements of these accounts that a trial takes over as they are: of closed months (rule
   * R5), and refused for lying outside the window (rule R11).
   */
  List<Judgement> fixed(
      Handle tx, int book, Collection<String> accounts, Collection<YearMonth> closedMonths) {
    return tx.createQuery(
            SELECT
                + "FROM judgement g"
                + JOURNAL
                + "WHERE g.account = ANY(:accounts) AND g.book + 0 = :book"
                + " AND (g.reason = 'OUTSIDE_WINDOW' OR g.period = ANY(:months))")
        .bind("book", book)
        .bindArray("accounts", String.class, accounts)
        .bindArray("months", String.class, closedMonths.stream().map(YearMonth::toString).toList())
        .map((row, context) -> judgement(row))
        .list();
  }

  /** Stores changes: places are given up before they are taken. */
  void apply(Handle tx, int book, Changes changes) {
    delete(tx, book, changes.deleted());
    update(tx, book, changes.updated().stream().filter(j -> !j.counted()).toList());
    update(tx, book, changes.updated().stream().filter(Judgement::counted).toList());
    insert(tx, book, changes.inserted());
  }

  private static void delete(Handle tx, int book, List<Judgement> judgements) {
    if (judgements.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        tx.prepareBatch(
            "DELETE FROM judgement WHERE book = ? AND account = ? AND action = ?"
                + " AND indicator = ? AND alternative = ?");
    for (Judgement judgement : judgements) {
      Key key = judgement.key();
      batch.add(book, key.account(), key.action(), key.indicator(), key.alternative());
    }
    batch.execute();
  }

  private static void update(Handle tx, int book, List<Judgement> judgements) {
    if (judgements.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        tx.prepareBatch(
            "UPDATE judgement SET place = ?, points = ?, reason = ?, school = ?"
                + " WHERE book = ? AND account = ? AND action = ? AND indicator = ?"
                + " AND alternative = ?");
    for (Judgement j : judgements) {
      batch
          .bind(0, j.place().orElse(null))
          .bind(1, j.points())
          .bind(2, j.reason().map(Reason::name).orElse(null))
          .bind(3, j.school().orElse(null))
          .bind(4, book)
          .bind(5, j.account())
          .bind(6, j.action())
          .bind(7, j.indicator())
          .bind(8, j.alternative())
          .add();
    }
    batch.execute();
  }

  /** One statement with a column as an array each: far less work than a row each. */
  private static void insert(Handle tx, int book, List<Judgement> judgements) {
    if (judgements.isEmpty()) {
      return;
    }
    Update insert =
        tx.createUpdate(
                "INSERT INTO judgement (book, account, action, indicator, alternative,"
                    + " local_day, period, slot, place, points, reason, school)"
                    + " SELECT CAST(:book AS INT), k.account, k.action, k.indicator,"
                    + " k.alternative, CAST(k.local_day AS DATE), k.period, k.slot, k.place,"
                    + " k.points, k.reason, k.school"
                    + " FROM UNNEST(CAST(:accounts AS VARCHAR ARRAY), CAST(:actions AS BIGINT ARRAY),"
                    + " CAST(:indicators AS VARCHAR ARRAY), CAST(:alternatives AS INT ARRAY),"
                    + " CAST(:days AS VARCHAR ARRAY), CAST(:periods AS VARCHAR ARRAY),"
                    + " CAST(:slots AS UUID ARRAY), CAST(:places AS INT ARRAY), CAST(:points AS INT ARRAY),"
                    + " CAST(:reasons AS VARCHAR ARRAY), CAST(:schools AS VARCHAR ARRAY))"
                    + " AS k (account, action, indicator, alternative, local_day, period, slot,"
                    + " place, points, reason, school)")
            .bind("book", book);
    column(insert, "accounts", String.class, judgements, Judgement::account);
    column(insert, "actions", Long.class, judgements, Judgement::action);
    column(insert, "indicators", String.class, judgements, Judgement::indicator);
    column(insert, "alternatives", Integer.class, judgements, Judgement::alternative);
    column(insert, "days", String.class, judgements, j -> j.day().toString());
    column(insert, "periods", String.class, judgements, Judgement::period);
    column(insert, "slots", UUID.class, judgements, j -> j.group().slot(book));
    column(insert, "places", Integer.class, judgements, j -> j.place().orElse(null));
    column(insert, "points", Integer.class, judgements, Judgement::points);
    column(
        insert,
        "reasons",
        String.class,
        judgements,
        j -> j.reason().map(Reason::name).orElse(null));
    column(insert, "schools", String.class, judgements, j -> j.school().orElse(null));
    insert.execute();
  }

  private static <V> void column(
      Update insert,
      String name,
      Class<V> type,
      List<Judgement> judgements,
      Function<Judgement, @Nullable V> value) {
    insert.bindArray(name, type, judgements.stream().map(value).toList());
  }

  private static Judgement judgement(ResultSet row) throws SQLException {
    int place = row.getInt("place");
    boolean refused = row.wasNull();
    return new Judgement(
        row.getString("account"),
        row.getLong("action"),
        row.getString("action_id"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getString("indicator"),
        row.getInt("alternative"),
        row.getObject("local_day", LocalDate.class),
        row.getString("period"),
        refused ? Optional.empty() : Optional.of(place),
        row.getInt("points"),
        Optional.ofNullable(row.getString("reason")).map(Reason::valueOf),
        Optional.ofNullable(row.getString("school")));
  }

  /**
   * What becomes of judgements.
   *
   * @param inserted new ones
   * @param updated as they are now
   * @param deleted as they were
   */
  record Changes(List<Judgement> inserted, List<Judgement> updated, List<Judgement> deleted) {}
}
