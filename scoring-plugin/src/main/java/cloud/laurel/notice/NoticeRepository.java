package cloud.laurel.notice;

import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Notices and their mail in the database. */
final class NoticeRepository {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String NOTICE =
      "SELECT n.id, n.account, n.told_at, n.text_key, n.arguments, n.path, n.read_at";

  /** A mail that is due. */
  record Due(Notice notice, String address, int attempts) {}

  long insert(
      Handle tx, String account, Instant at, String key, List<String> arguments, String path) {
    return tx.createUpdate(
            "INSERT INTO notice (account, told_at, text_key, arguments, path)"
                + " VALUES (:account, :at, :key, :arguments, :path)")
        .bind("account", account)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("key", key)
        .bind("arguments", JSON.createArrayBuilder(arguments).build().toString())
        .bind("path", path)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** Queues a notice for mail when its reader has an address. */
  void queue(Handle tx, long notice, String account, Instant at) {
    tx.createUpdate(
            "INSERT INTO notice_mail (notice, attempts, due_at)"
                + " SELECT CAST(:notice AS BIGINT), 0, CAST(:at AS TIMESTAMP WITH TIME ZONE)"
                + " FROM person WHERE account = :account AND email IS NOT NULL")
        .bind("notice", notice)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("account", account)
        .execute();
  }

  long unread(Handle tx, String account) {
    return tx.createQuery(
            "SELECT count(*) FROM notice WHERE account = :account AND read_at IS NULL")
        .bind("account", account)
        .mapTo(Long.class)
        .one();
  }

  long count(Handle tx, String account) {
    return tx.createQuery("SELECT count(*) FROM notice WHERE account = :account")
        .bind("account", account)
        .mapTo(Long.class)
        .one();
  }

  List<Notice> list(Handle tx, String account, int offset, int size) {
    return tx.createQuery(
            NOTICE
                + " FROM notice n WHERE n.account = :account"
                + " ORDER BY n.id DESC LIMIT :size OFFSET :offset")
        .bind("account", account)
        .bind("size", size)
        .bind("offset", offset)
        .map((row, context) -> notice(row))
        .list();
  }

  void read(Handle tx, String account, long upTo, Instant at) {
    tx.createUpdate(
            "UPDATE notice SET read_at = :at"
                + " WHERE account = :account AND read_at IS NULL AND id <= :upTo")
        .bind("account", account)
        .bind("upTo", upTo)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The mail that has waited longest. */
  Optional<Due> due(Handle tx, Instant now) {
    return tx.createQuery(
            NOTICE
                + ", p.email, m.attempts FROM notice_mail m JOIN notice n ON n.id = m.notice"
                + " LEFT JOIN person p ON p.account = n.account WHERE m.notice ="
                + " (SELECT notice FROM notice_mail WHERE due_at <= :now"
                + " ORDER BY due_at, notice LIMIT 1)")
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .map(
            (row, context) ->
                new Due(
                    notice(row),
                    Optional.ofNullable(row.getString("email")).orElse(""),
                    row.getInt("attempts")))
        .findOne();
  }

  /** Takes a mail for an attempt, or not when another node was quicker. */
  boolean take(Handle tx, Due due, Instant until) {
    return tx.createUpdate(
                "UPDATE notice_mail SET attempts = attempts + 1, due_at = :until"
                    + " WHERE notice = :notice AND attempts = :attempts")
            .bind("notice", due.notice().id())
            .bind("attempts", due.attempts())
            .bind("until", until.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  void drop(Handle tx, long notice) {
    tx.execute("DELETE FROM notice_mail WHERE notice = ?", notice);
  }

  private static Notice notice(ResultSet row) throws SQLException {
    try (JsonReader reader = JSON.createReader(new StringReader(row.getString("arguments")))) {
      return new Notice(
          row.getLong("id"),
          row.getString("account"),
          row.getObject("told_at", OffsetDateTime.class).toInstant(),
          row.getString("text_key"),
          reader.readArray().getValuesAs(JsonString::getString),
          row.getString("path"),
          row.getObject("read_at") != null);
    }
  }
}
