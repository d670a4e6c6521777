package cloud.laurel.showcase;

import cloud.laurel.showcase.Showcase.Content;
import cloud.laurel.showcase.Showcase.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Cases in the database. */
final class ShowcaseRepository {

  List<String> themes(Handle tx) {
    return tx.createQuery("SELECT code FROM showcase_theme ORDER BY place")
        .mapTo(String.class)
        .list();
  }

  Optional<Showcase> find(Handle tx, long id) {
    return tx.createQuery(
            "SELECT id, campaign, school, theme, title, summary, body, state, withdrawal_asked,"
                + " version, submitted_at, published_at FROM showcase WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> row(row, links(tx, id)))
        .findOne();
  }

  /** The case that a form has begun, if it has, of a school. */
  Optional<Long> begun(Handle tx, String slip, String school) {
    return tx.createQuery("SELECT id FROM showcase WHERE slip = :slip AND school = :school")
        .bind("slip", slip)
        .bind("school", school)
        .mapTo(Long.class)
        .findOne();
  }

  /** How many cases a school has in a campaign. */
  int count(Handle tx, int campaign, String school) {
    return tx.createQuery(
            "SELECT count(*) FROM showcase WHERE campaign = :campaign AND school = :school")
        .bind("campaign", campaign)
        .bind("school", school)
        .mapTo(Integer.class)
        .one();
  }

  /** A new case's number; empty when its form has begun one already. */
  Optional<Long> insert(Handle tx, String slip, int campaign, String school) {
    return tx.createUpdate(
            "INSERT INTO showcase (slip, campaign, school, theme, title, summary, body, searched,"
                + " state, withdrawal_asked, version, submitted_at, published_at)"
                + " VALUES (:slip, :campaign, :school, NULL, '', '', '', '', 'DRAFT', FALSE, 0,"
                + " NULL, NULL) ON CONFLICT DO NOTHING")
        .bind("slip", slip)
        .bind("campaign", campaign)
        .bind("school", school)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .findOne();
  }

  /** Counts one more change, unless somebody else has made one since a version. */
  boolean touch(Handle tx, long id, int version) {
    return tx.createUpdate(
                "UPDATE showcase SET version = version + 1 WHERE id = :id AND version = :version")
            .bind("id", id)
            .bind("version", version)
            .execute()
        == 1;
  }

  void write(Handle tx, long id, Content content) {
    String searched = content.title() + "\n" + content.summary() + "\n" + content.body();
    tx.createUpdate(
            "UPDATE showcase SET theme = :theme, title = :title, summary = :summary, body = :body,"
                + " searched = :searched WHERE id = :id")
        .bind("id", id)
        .bindByType(
            "theme",
            Optional.of(content.theme()).filter(t -> !t.isEmpty()).orElse(null),
            String.class)
        .bind("title", content.title())
        .bind("summary", content.summary())
        .bind("body", content.body())
        .bind("searched", searched.toLowerCase(Locale.ROOT))
        .execute();
    tx.execute("DELETE FROM showcase_link WHERE showcase = ?", id);
    if (!content.links().isEmpty()) {
      PreparedBatch links =
          tx.prepareBatch("INSERT INTO showcase_link (showcase, place, address) VALUES (?, ?, ?)");
      for (int i = 0; i < content.links().size(); i++) {
        links.add(id, i, content.links().get(i));
      }
      links.execute();
    }
  }

  void state(Handle tx, long id, State state) {
    tx.execute(
        "UPDATE showcase SET state = ?, withdrawal_asked = FALSE WHERE id = ?", state.name(), id);
  }

  void submit(Handle tx, long id, Instant at) {
    state(tx, id, State.SUBMITTED);
    tx.execute(
        "UPDATE showcase SET submitted_at = ? WHERE id = ?", at.atOffset(ZoneOffset.UTC), id);
  }

  void publish(Handle tx, long id, Instant at) {
    state(tx, id, State.PUBLISHED);
    tx.execute(
        "UPDATE showcase SET published_at = ? WHERE id = ?", at.atOffset(ZoneOffset.UTC), id);
  }

  void askWithdrawal(Handle tx, long id) {
    tx.execute("UPDATE showcase SET withdrawal_asked = TRUE WHERE id = ?", id);
  }

  /** Accounts of a school's administrators on a day. */
  List<String> administrators(Handle tx, String school, LocalDate day) {
    return tx.createQuery(
            "SELECT DISTINCT account FROM membership WHERE school = :school"
                + " AND role = 'ADMINISTRATOR' AND valid_from <= :day"
                + " AND (valid_to IS NULL OR valid_to > :day) ORDER BY account")
        .bind("school", school)
        .bind("day", day)
        .mapTo(String.class)
        .list();
  }

  private static List<String> links(Handle tx, long id) {
    return tx.createQuery("SELECT address FROM showcase_link WHERE showcase = :id ORDER BY place")
        .bind("id", id)
        .mapTo(String.class)
        .list();
  }

  private static Showcase row(ResultSet row, List<String> links) throws SQLException {
    return new Showcase(
        row.getLong("id"),
        row.getInt("campaign"),
        row.getString("school"),
        new Content(
            Optional.ofNullable(row.getString("theme")).orElse(""),
            row.getString("title"),
            row.getString("summary"),
            row.getString("body"),
            links),
        State.valueOf(row.getString("state")),
        row.getBoolean("withdrawal_asked"),
        row.getInt("version"),
        instant(row, "submitted_at"),
        instant(row, "published_at"));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
