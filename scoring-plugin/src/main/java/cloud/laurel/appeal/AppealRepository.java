package cloud.laurel.appeal;

import cloud.laurel.appeal.Appeal.Kind;
import cloud.laurel.appeal.Appeal.State;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Appeals in the database. */
final class AppealRepository {

  private static final String COLUMNS =
      "SELECT a.id, a.campaign, a.kind, a.account, a.filer, a.school, a.action, a.indicator,"
          + " a.occurred_at, a.local_day, a.filed_at, a.answer_by, a.state, a.version, a.points";
  private static final String NAMED =
      " FROM appeal a LEFT JOIN person p ON p.account = a.account"
          + " LEFT JOIN school s ON s.code = a.school";

  /** Stores a new one; empty when the same is contested already. */
  Optional<Long> insert(Handle tx, Appeal appeal) {
    return tx.createUpdate(
            "INSERT INTO appeal (campaign, kind, account, filer, school, action, indicator,"
                + " occurred_at, local_day, filed_at, answer_by, state, version, open_slot)"
                + " SELECT :campaign, :kind, :account, :filer, :school, :action, :indicator,"
                + " CAST(:occurredAt AS TIMESTAMP WITH TIME ZONE), CAST(:day AS DATE),"
                + " CAST(:filedAt AS TIMESTAMP WITH TIME ZONE), CAST(:answerBy AS DATE),"
                + " :state, 0, CAST(:slot AS UUID)"
                + " WHERE NOT EXISTS (SELECT 1 FROM appeal WHERE open_slot = CAST(:slot AS UUID))")
        .bind("campaign", appeal.campaign())
        .bind("kind", appeal.kind().name())
        .bind("account", appeal.account())
        .bind("filer", appeal.filer())
        .bind("school", appeal.school().orElse(null))
        .bind("action", appeal.action().orElse(null))
        .bind("indicator", appeal.indicator())
        .bind("occurredAt", appeal.occurredAt().atOffset(ZoneOffset.UTC))
        .bind("day", appeal.day())
        .bind("filedAt", appeal.filedAt().atOffset(ZoneOffset.UTC))
        .bind("answerBy", appeal.answerBy())
        .bind("state", appeal.state().name())
        .bind("slot", slot(appeal))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .findOne();
  }

  /** What it is about in 128 bits: an MD5 of the parts, each led by its length. */
  private static UUID slot(Appeal appeal) {
    StringBuilder name = new StringBuilder();
    for (String part :
        List.of(
            "" + appeal.campaign(),
            appeal.account(),
            appeal.action().orElse("on " + appeal.day()),
            appeal.indicator())) {
      name.append(part.length()).append(':').append(part);
    }
    return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
  }

  Optional<Appeal> find(Handle tx, long id) {
    return tx.createQuery(COLUMNS + " FROM appeal a WHERE a.id = :id")
        .bind("id", id)
        .map((row, context) -> appeal(row))
        .findOne();
  }

  /** Counts up the version of an open one, and holds it to the end of the transaction. */
  boolean touch(Handle tx, long id) {
    return tx.execute("UPDATE appeal SET version = version + 1 WHERE id = ? AND state = 'OPEN'", id)
        == 1;
  }

  /** Ends an open one; of several at once only the first finds it open. */
  boolean end(Handle tx, long id, State state, Optional<Integer> version) {
    var update =
        tx.createUpdate(
                "UPDATE appeal SET state = :state, version = version + 1, open_slot = NULL"
                    + " WHERE id = :id AND state = 'OPEN'"
                    + (version.isPresent() ? " AND version = :version" : ""))
            .bind("id", id)
            .bind("state", state.name());
    version.ifPresent(v -> update.bind("version", v));
    return update.execute() == 1;
  }

  /** Notes as what it was granted. */
  void granted(Handle tx, long id, String indicator, Optional<String> school, long points) {
    tx.createUpdate(
            "UPDATE appeal SET indicator = :indicator, school = :school, points = :points"
                + " WHERE id = :id")
        .bind("id", id)
        .bind("indicator", indicator)
        .bind("school", school.orElse(null))
        .bind("points", points)
        .execute();
  }

  long count(Handle tx, AppealFilter filter, Optional<LocalDate> overdueOn) {
    Query query =
        tx.createQuery(
            "SELECT count(*) FROM appeal a"
                + where(filter)
                + (overdueOn.isPresent() ? " AND a.state = 'OPEN' AND a.answer_by < :today" : ""));
    overdueOn.ifPresent(day -> query.bind("today", day));
    return bind(query, filter).mapTo(Long.class).one();
  }

  List<AppealPage.Row> page(
      Handle tx, AppealFilter filter, AppealOrder order, int offset, int size) {
    Query query =
        tx.createQuery(
            COLUMNS
                + ", p.name AS person, s.name AS school_name"
                + NAMED
                + where(filter)
                + orderBy(order)
                + " LIMIT :size OFFSET :offset");
    return bind(query, filter)
        .bind("size", size)
        .bind("offset", offset)
        .map(
            (row, context) ->
                new AppealPage.Row(
                    appeal(row),
                    text(row, "person").orElse(row.getString("account")),
                    text(row, "school_name").orElse("")))
        .list();
  }

  private static String where(AppealFilter filter) {
    return " WHERE 1 = 1"
        + (filter.campaign().isPresent() ? " AND a.campaign = :campaign" : "")
        + (filter.state().isPresent() ? " AND a.state = :state" : "")
        + (filter.kind().isPresent() ? " AND a.kind = :kind" : "")
        + (filter.school().isPresent() ? " AND a.school = :school" : "")
        + (filter.party().isPresent() ? " AND (a.account = :party OR a.filer = :party)" : "")
        + (filter.filedBy().isPresent()
            ? " AND a.school = ANY(:filedBy) AND a.filer <> a.account"
            : "");
  }

  private static <S extends SqlStatement<S>> S bind(S query, AppealFilter filter) {
    filter.campaign().ifPresent(c -> query.bind("campaign", c));
    filter.state().ifPresent(s -> query.bind("state", s.name()));
    filter.kind().ifPresent(k -> query.bind("kind", k.name()));
    filter.school().ifPresent(s -> query.bind("school", s));
    filter.party().ifPresent(p -> query.bind("party", p));
    filter
        .filedBy()
        .ifPresent(codes -> query.bindArray("filedBy", String.class, (Collection<?>) codes));
    return query;
  }

  private static String orderBy(AppealOrder order) {
    String column =
        switch (order.by()) {
          case DUE -> "a.answer_by";
          case FILED -> "a.filed_at";
          case PERSON -> "p.name";
          case SCHOOL -> "s.name";
        };
    return " ORDER BY " + column + (order.descending() ? " DESC" : " ASC") + ", a.id";
  }

  private static Appeal appeal(ResultSet row) throws SQLException {
    return new Appeal(
        row.getLong("id"),
        row.getInt("campaign"),
        Kind.valueOf(row.getString("kind")),
        row.getString("account"),
        row.getString("filer"),
        text(row, "school"),
        text(row, "action"),
        row.getString("indicator"),
        time(row, "occurred_at"),
        row.getObject("local_day", LocalDate.class),
        time(row, "filed_at"),
        row.getObject("answer_by", LocalDate.class),
        State.valueOf(row.getString("state")),
        row.getInt("version"),
        Optional.ofNullable(row.getObject("points", Long.class)));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
