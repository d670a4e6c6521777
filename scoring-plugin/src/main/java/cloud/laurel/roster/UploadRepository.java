package cloud.laurel.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Which upload named which school when. */
final class UploadRepository {

  private final Handle tx;

  UploadRepository(Handle tx) {
    this.tx = tx;
  }

  /** Waits for another upload that is being applied. */
  void lock() {
    tx.createQuery("SELECT id FROM roster_lock WHERE id = 1 FOR UPDATE").mapTo(Integer.class).one();
  }

  /** Schools named by uploads that take effect after a day, by their effective date. */
  SortedMap<LocalDate, Set<String>> namedAfter(LocalDate day) {
    SortedMap<LocalDate, Set<String>> later = new TreeMap<>();
    tx.createQuery(
            """
            SELECT u.effective, s.school FROM roster_upload u
            JOIN roster_upload_school s ON s.upload = u.id
            WHERE u.effective > :day""")
        .bind("day", Sql.date(day))
        .map(
            (row, context) ->
                later
                    .computeIfAbsent(Sql.date(row, "effective"), d -> new HashSet<>())
                    .add(row.getString("school")))
        .list();
    return later;
  }

  void record(Instant at, LocalDate effective, Set<String> named, RosterResult result) {
    long id =
        tx.createUpdate(
                """
                INSERT INTO roster_upload
                  (uploaded_at, effective, schools, people, added, changed, gone)
                VALUES (:at, :effective, :schools, :people, :added, :changed, :gone)""")
            .bind("at", Sql.time(Optional.of(at)))
            .bind("effective", Sql.date(effective))
            .bind("schools", result.schools())
            .bind("people", result.people())
            .bind("added", result.added())
            .bind("changed", result.changed())
            .bind("gone", result.left())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    PreparedBatch batch =
        tx.prepareBatch("INSERT INTO roster_upload_school (upload, school) VALUES (:id, :school)");
    named.forEach(school -> batch.bind("id", id).bind("school", school).add());
    batch.execute();
  }
}
