package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.journal.ActionJournal;
import cloud.laurel.standing.LedgerPage.Instead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads people's ledgers. */
final class LedgerRepository {

  private static final String LEDGER =
      "SELECT j.id, j.type, j.actor, j.occurred_at, j.received_at, j.object_name,"
          + " g.indicator, g.points, g.reason, g.local_day, g.school, g.slot,"
          + " (SELECT s.name FROM school s WHERE s.code = g.school) AS school_name"
          + " FROM judgement g JOIN action_journal j ON j.seq = g.action";
  private static final String NEWEST_FIRST =
      " ORDER BY j.occurred_at DESC, j.id DESC, g.indicator, g.alternative"
          + " LIMIT :size OFFSET :offset";

  private record Line(LedgerPage.Row row, UUID slot) {
    boolean cameTooLate() {
      return row.reason().equals(Optional.of("LIMIT_REACHED"));
    }
  }

  /** How many lines there are on all pages. */
  long size(Handle tx, int book, String account, LedgerQuery query) {
    return bind(
            tx.createQuery("SELECT count(*) FROM judgement g" + where(query)), book, account, query)
        .mapTo(Long.class)
        .one();
  }

  /** A page, newest first; what took the places of the refused is read for all of it at once. */
  List<LedgerPage.Row> page(
      Handle tx, Campaign campaign, String account, LedgerQuery query, int offset, int size) {
    List<Line> lines =
        bind(tx.createQuery(LEDGER + where(query) + NEWEST_FIRST), campaign.book(), account, query)
            .bind("size", size)
            .bind("offset", offset)
            .map((row, context) -> line(campaign, row))
            .list();
    Map<UUID, List<Instead>> counted =
        counted(tx, lines.stream().filter(Line::cameTooLate).map(Line::slot).distinct().toList());
    return lines.stream()
        .map(
            line ->
                line.cameTooLate()
                    ? line.row().insteadOf(counted.getOrDefault(line.slot(), List.of()))
                    : line.row())
        .toList();
  }

  private static String where(LedgerQuery query) {
    StringBuilder where = new StringBuilder(" WHERE g.book = :book AND g.account = :account");
    query.day().ifPresent(day -> where.append(" AND g.local_day = :day"));
    query.indicator().ifPresent(code -> where.append(" AND g.indicator = :indicator"));
    query.reason().ifPresent(reason -> where.append(" AND g.reason = :reason"));
    query
        .verdict()
        .ifPresent(
            verdict ->
                where.append(
                    switch (verdict) {
                      case COUNTED -> " AND g.reason IS NULL";
                      case REFUSED -> " AND g.reason IS NOT NULL";
                    }));
    return where.toString();
  }

  private static Query bind(Query statement, int book, String account, LedgerQuery query) {
    statement.bind("book", book).bind("account", account);
    query.day().ifPresent(day -> statement.bind("day", day));
    query.indicator().ifPresent(code -> statement.bind("indicator", code));
    query.reason().ifPresent(reason -> statement.bind("reason", reason));
    return statement;
  }

  /** What holds the places of these limits, the earliest first (rule R16). */
  private static Map<UUID, List<Instead>> counted(Handle tx, List<UUID> slots) {
    Map<UUID, List<Instead>> counted = new HashMap<>();
    if (slots.isEmpty()) {
      return counted;
    }
    // each action by its number: for a join PostgreSQL may read the whole journal
    tx.createQuery(
            "SELECT g.slot,"
                + " (SELECT j.id FROM action_journal j WHERE j.seq = g.action) AS id,"
                + " (SELECT j.occurred_at FROM action_journal j WHERE j.seq = g.action)"
                + " AS occurred_at,"
                + " (SELECT j.type FROM action_journal j WHERE j.seq = g.action) AS type,"
                + " (SELECT j.object_name FROM action_journal j WHERE j.seq = g.action) AS name"
                + " FROM judgement g WHERE g.slot = ANY(:slots) AND g.place IS NOT NULL")
        .bindArray("slots", UUID.class, slots)
        .map(
            (row, context) ->
                counted
                    .computeIfAbsent(row.getObject("slot", UUID.class), s -> new ArrayList<>())
                    .add(
                        new Instead(
                            row.getString("id"),
                            instant(row, "occurred_at"),
                            row.getString("type"),
                            Optional.ofNullable(row.getString("name")))))
        .list();
    counted
        .values()
        .forEach(c -> c.sort(Comparator.comparing(Instead::occurredAt).thenComparing(Instead::id)));
    return counted;
  }

  private static Line line(Campaign campaign, ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    String indicator = row.getString("indicator");
    LocalDate day = row.getObject("local_day", LocalDate.class);
    return new Line(
        new LedgerPage.Row(
            row.getString("id"),
            row.getString("type"),
            row.getString("actor"),
            instant(row, "occurred_at"),
            instant(row, "received_at"),
            reason == null,
            Optional.ofNullable(reason),
            indicator.isEmpty() ? Optional.empty() : Optional.of(indicator),
            row.getInt("points"),
            day,
            Optional.ofNullable(row.getString("school")),
            Optional.ofNullable(row.getString("object_name")),
            Optional.ofNullable(row.getString("school_name")),
            version(campaign, indicator, day),
            row.getString("type").equals(ActionJournal.CORRECTED),
            List.of()),
        row.getObject("slot", UUID.class));
  }

  /** Rule R14: a pupils' month is judged as a whole, everything else by its day. */
  private static int version(Campaign campaign, String indicator, LocalDate day) {
    YearMonth month = YearMonth.from(day);
    boolean pupils =
        campaign.rulesOf(month).participation().stream().anyMatch(p -> p.code().equals(indicator));
    return (pupils ? campaign.versionOf(month) : campaign.versionOn(day)).number();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
