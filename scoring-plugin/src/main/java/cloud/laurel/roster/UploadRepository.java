package cloud.laurel.roster;

import cloud.laurel.roster.RosterService.LastUpload;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Which upload named which school when, and how often the roster was changed at all. */
final class UploadRepository {

  private final Handle tx;

  UploadRepository(Handle tx) {
    this.tx = tx;
  }

  /** Waits for another change that is being made. */
  void lock() {
    tx.createQuery("SELECT id FROM roster_lock WHERE id = 1 FOR UPDATE").mapTo(Integer.class).one();
  }

  /** How often the roster was changed. */
  long revision() {
    return tx.createQuery("SELECT revision FROM roster_lock WHERE id = 1").mapTo(Long.class).one();
  }

  /** Notes a change; the caller holds the lock. */
  void advance() {
    tx.execute("UPDATE roster_lock SET revision = revision + 1 WHERE id = 1");
  }

  /**
   * Schools named by uploads that take effect after a day, by their effective date.
   *
   * @param all also by those that schools made of their own people
   */
  SortedMap<LocalDate, Set<String>> namedAfter(LocalDate day, boolean all) {
    SortedMap<LocalDate, Set<String>> later = new TreeMap<>();
    tx.createQuery(
            """
            SELECT u.effective, s.school FROM roster_upload u
            JOIN roster_upload_school s ON s.upload = u.id
            WHERE u.effective > :day AND u.undone_at IS NULL AND (:all OR NOT u.own)""")
        .bind("day", Sql.date(day))
        .bind("all", all)
        .map(
            (row, context) ->
                later
                    .computeIfAbsent(Sql.date(row, "effective"), d -> new HashSet<>())
                    .add(row.getString("school")))
        .list();
    return later;
  }

  /** The last upload that named each school, by code. */
  Map<String, LastUpload> last() {
    Map<String, LastUpload> last = new HashMap<>();
    tx.createQuery(
            """
            SELECT l.school, u.effective, u.uploaded_at FROM roster_upload u
            JOIN (SELECT s.school, max(s.upload) AS upload FROM roster_upload_school s
              JOIN roster_upload v ON v.id = s.upload AND v.undone_at IS NULL
              GROUP BY s.school) l ON l.upload = u.id""")
        .map(
            (row, context) ->
                last.put(
                        row.getString("school"),
                        new LastUpload(
                            Sql.date(row, "effective"), Sql.time(row, "uploaded_at").orElseThrow()))
                    == null)
        .list();
    return last;
  }

  /** Whether an upload named a school. */
  boolean names(long id, String school) {
    return tx.createQuery(
                "SELECT count(*) FROM roster_upload_school WHERE upload = :id AND school = :school")
            .bind("id", id)
            .bind("school", school)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  void setUndone(long id, String by, Instant at) {
    tx.createUpdate("UPDATE roster_upload SET undone_at = :at, undone_by = :by WHERE id = :id")
        .bind("id", id)
        .bind("by", by)
        .bind("at", Sql.time(Optional.of(at)))
        .execute();
  }

  /** Adds to the history. */
  long record(Instant at, RosterPlan plan) {
    advance();
    RosterResult result = plan.result();
    long id =
        tx.createUpdate(
                """
                INSERT INTO roster_upload
                  (uploaded_at, effective, schools, people, added, changed, gone,
                    uploaded_by, file_name, own, revision)
                VALUES (:at, :effective, :schools, :people, :added, :changed, :gone,
                    :by, :file, :own, :revision)""")
            .bind("at", Sql.time(Optional.of(at)))
            .bind("effective", Sql.date(plan.effective))
            .bind("schools", result.schools())
            .bind("people", result.people())
            .bind("added", result.added())
            .bind("changed", result.changed())
            .bind("gone", result.left())
            .bind("by", plan.sender.name())
            .bind("file", plan.sender.fileName())
            .bind("own", plan.sender.isOwn())
            .bind("revision", revision())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    PreparedBatch batch =
        tx.prepareBatch("INSERT INTO roster_upload_school (upload, school) VALUES (:id, :school)");
    plan.upload.named().forEach(school -> batch.bind("id", id).bind("school", school).add());
    batch.execute();
    return id;
  }
}
