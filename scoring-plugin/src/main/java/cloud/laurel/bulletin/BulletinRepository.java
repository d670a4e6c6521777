package cloud.laurel.bulletin;

import cloud.laurel.bulletin.Version.Saved;
import cloud.laurel.campaign.Campaign;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Bulletins in the database. */
final class BulletinRepository {

  /** Only one transaction at a time changes a campaign's bulletin. */
  void lock(Handle tx, Campaign campaign) {
    tx.createQuery("SELECT id FROM campaign WHERE id = :id FOR UPDATE")
        .bind("id", campaign.id())
        .mapTo(Integer.class)
        .one();
  }

  /** All versions, the newest first. */
  List<Saved> versions(Handle tx, Campaign campaign) {
    return tx.createQuery(
            "SELECT number, saved_at, saved_by, note FROM bulletin_version"
                + " WHERE campaign = :campaign ORDER BY number DESC")
        .bind("campaign", campaign.id())
        .map(
            (row, context) ->
                new Saved(
                    row.getInt("number"),
                    instant(row, "saved_at"),
                    row.getString("saved_by"),
                    row.getString("note")))
        .list();
  }

  Optional<Version> newestVersion(Handle tx, Campaign campaign) {
    return tx.createQuery(
            "SELECT number, saved_at, saved_by, note, content, basis FROM bulletin_version"
                + " WHERE campaign = :campaign ORDER BY number DESC LIMIT 1")
        .bind("campaign", campaign.id())
        .map((row, context) -> version(row))
        .findOne();
  }

  Optional<Version> version(Handle tx, Campaign campaign, int number) {
    return tx.createQuery(
            "SELECT number, saved_at, saved_by, note, content, basis FROM bulletin_version"
                + " WHERE campaign = :campaign AND number = :number")
        .bind("campaign", campaign.id())
        .bind("number", number)
        .map((row, context) -> version(row))
        .findOne();
  }

  /** Number of the newest version; 0 without one. */
  int newest(Handle tx, Campaign campaign) {
    return tx.createQuery(
            "SELECT coalesce(max(number), 0) FROM bulletin_version WHERE campaign = :campaign")
        .bind("campaign", campaign.id())
        .mapTo(Integer.class)
        .one();
  }

  void insert(Handle tx, Campaign campaign, Version version) {
    tx.createUpdate(
            "INSERT INTO bulletin_version (campaign, number, saved_at, saved_by, note, content,"
                + " basis) VALUES (:campaign, :number, :at, :by, :note, :content, :basis)")
        .bind("campaign", campaign.id())
        .bind("number", version.number())
        .bind("at", version.savedAt().atOffset(ZoneOffset.UTC))
        .bind("by", version.savedBy())
        .bind("note", version.note())
        .bind("content", BulletinJson.write(version.content()))
        .bind("basis", BulletinJson.write(version.basis()))
        .execute();
  }

  /** What was done, the newest first. */
  List<Step> steps(Handle tx, Campaign campaign) {
    return tx.createQuery(
            "SELECT version, happened_at, kind, actor, words FROM bulletin_step"
                + " WHERE campaign = :campaign ORDER BY id DESC")
        .bind("campaign", campaign.id())
        .map(
            (row, context) ->
                new Step(
                    row.getInt("version"),
                    instant(row, "happened_at"),
                    Step.Kind.valueOf(row.getString("kind")),
                    row.getString("actor"),
                    row.getString("words")))
        .list();
  }

  void insert(Handle tx, Campaign campaign, Step step) {
    tx.createUpdate(
            "INSERT INTO bulletin_step (campaign, version, happened_at, kind, actor, words)"
                + " VALUES (:campaign, :version, :at, :kind, :by, :words)")
        .bind("campaign", campaign.id())
        .bind("version", step.version())
        .bind("at", step.at().atOffset(ZoneOffset.UTC))
        .bind("kind", step.kind().name())
        .bind("by", step.by())
        .bind("words", step.words())
        .execute();
  }

  /** All releases, the newest first. */
  List<Release> releases(Handle tx, Campaign campaign) {
    return tx.createQuery(
            "SELECT number, version, submitted_by, released_by, released_at, hash, content, basis"
                + " FROM bulletin_release WHERE campaign = :campaign ORDER BY number DESC")
        .bind("campaign", campaign.id())
        .map((row, context) -> release(row))
        .list();
  }

  /**
   * Stores a release.
   *
   * @param content and {@code basis} exactly as they were hashed
   */
  void insert(Handle tx, Campaign campaign, Release release, String content, String basis) {
    tx.createUpdate(
            "INSERT INTO bulletin_release (campaign, number, version, submitted_by, released_by,"
                + " released_at, content, basis, hash) VALUES (:campaign, :number, :version,"
                + " :submittedBy, :releasedBy, :at, :content, :basis, :hash)")
        .bind("campaign", campaign.id())
        .bind("number", release.number())
        .bind("version", release.version())
        .bind("submittedBy", release.submittedBy())
        .bind("releasedBy", release.releasedBy())
        .bind("at", release.releasedAt().atOffset(ZoneOffset.UTC))
        .bind("content", content)
        .bind("basis", basis)
        .bind("hash", release.hash())
        .execute();
  }

  /** What schools and central schools are called: official names by every name there is. */
  Map<String, String> schoolNames(Handle tx) {
    Map<String, String> names = new HashMap<>();
    tx.createQuery(
            "SELECT a.alias, s.name FROM school_alias a JOIN school s ON s.code = a.school"
                + " UNION ALL SELECT name, name FROM school WHERE kind IN ('SCHOOL', 'CENTRAL')")
        .map((row, context) -> Map.entry(row.getString("alias"), row.getString("name")))
        .forEach(name -> keep(names, name));
    return names;
  }

  /** A name that is some school's official one is that, whoever else goes by it. */
  private static void keep(Map<String, String> names, Map.Entry<String, String> name) {
    names.merge(
        name.getKey(),
        name.getValue(),
        (known, other) -> other.equals(name.getKey()) ? other : known);
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getInt("number"),
        instant(row, "saved_at"),
        row.getString("saved_by"),
        row.getString("note"),
        BulletinJson.content(row.getString("content")),
        BulletinJson.basis(row.getString("basis")));
  }

  private static Release release(ResultSet row) throws SQLException {
    return new Release(
        row.getInt("number"),
        row.getInt("version"),
        row.getString("submitted_by"),
        row.getString("released_by"),
        instant(row, "released_at"),
        row.getString("hash"),
        BulletinJson.content(row.getString("content")),
        BulletinJson.basis(row.getString("basis")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
