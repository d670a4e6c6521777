package cloud.laurel.showcase;

import cloud.laurel.showcase.ShowcaseEvent.What;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What happened to cases. */
final class ShowcaseEventRepository {

  void add(
      Handle tx, long showcase, Instant at, What what, boolean bureau, String actor, String words) {
    tx.createUpdate(
            "INSERT INTO showcase_event (showcase, happened_at, kind, bureau, actor, words)"
                + " VALUES (:showcase, :at, :kind, :bureau, :actor, :words)")
        .bind("showcase", showcase)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("kind", what.name())
        .bind("bureau", bureau)
        .bind("actor", actor)
        .bind("words", words)
        .execute();
  }

  /** Notes that somebody saved; who saves again and again has one entry, that of the last time. */
  void saved(Handle tx, long showcase, Instant at, String account) {
    int again =
        tx.createUpdate(
                "UPDATE showcase_event SET happened_at = :at WHERE id ="
                    + " (SELECT max(e.id) FROM showcase_event e WHERE e.showcase = :showcase)"
                    + " AND kind = 'SAVED' AND actor = :account")
            .bind("at", at.atOffset(ZoneOffset.UTC))
            .bind("showcase", showcase)
            .bind("account", account)
            .execute();
    if (again == 0) {
      add(tx, showcase, at, What.SAVED, false, account, "");
    }
  }

  /** Everything that happened, oldest first. */
  List<ShowcaseEvent> of(Handle tx, long showcase) {
    return tx.createQuery(
            "SELECT e.happened_at, e.kind, e.bureau, e.actor, e.words, p.name"
                + " FROM showcase_event e"
                + " LEFT JOIN person p ON p.account = e.actor AND NOT e.bureau"
                + " WHERE e.showcase = :showcase ORDER BY e.id")
        .bind("showcase", showcase)
        .map((row, context) -> event(row))
        .list();
  }

  private static ShowcaseEvent event(ResultSet row) throws SQLException {
    return new ShowcaseEvent(
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        What.valueOf(row.getString("kind")),
        row.getBoolean("bureau"),
        row.getString("actor"),
        Optional.ofNullable(row.getString("name")).orElse(row.getString("actor")),
        row.getString("words"));
  }
}
