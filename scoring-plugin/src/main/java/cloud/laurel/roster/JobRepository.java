package cloud.laurel.roster;

import cloud.laurel.roster.RosterJob.Counts;
import cloud.laurel.roster.RosterJob.State;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Files on their way into the roster. */
final class JobRepository {

  /** Whoever says nothing for so long is dead. */
  static final Duration HELD = Duration.ofSeconds(30);

  private static final int PART = 512 << 10;

  private static final String SELECT =
      """
      SELECT id, school, uploaded_by, uploaded_at, file_name, format, effective, state, done,
        total, revision, rechecked, people, added, changed, moved, gone, unchanged, problems,
        upload, incident FROM roster_job
      """;

  private final Handle tx;

  JobRepository(Handle tx) {
    this.tx = tx;
  }

  /** Stores a file with a job; the caller has seen that the ticket is new. */
  long insert(InputStream file, String ticket, RosterSender sender, LocalDate effective, Instant at)
      throws IOException {
    long id =
        tx.createUpdate(
                """
                INSERT INTO roster_job (ticket, school, uploaded_by, uploaded_at, file_name, format,
                  effective, state, done, total, revision, rechecked, people, added, changed, moved,
                  gone, unchanged, problems)
                VALUES (:ticket, :school, :by, :at, :file, 'UNKNOWN', :effective, 'CHECKING', 0, 0,
                  -1, FALSE, 0, 0, 0, 0, 0, 0, 0)""")
            .bind("ticket", ticket)
            .bind("school", Sql.text(sender.school()))
            .bind("by", sender.name())
            .bind("at", Sql.time(Optional.of(at)))
            .bind("file", sender.fileName())
            .bind("effective", Sql.date(effective))
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    int part = 0;
    for (byte[] bytes = file.readNBytes(PART); bytes.length > 0; bytes = file.readNBytes(PART)) {
      tx.execute(
          "INSERT INTO roster_job_part (job, part, content) VALUES (?, ?, ?)", id, part++, bytes);
    }
    return id;
  }

  /** One part of a file; empty behind the last. */
  Optional<byte[]> part(long id, int part) {
    return tx.createQuery("SELECT content FROM roster_job_part WHERE job = :id AND part = :part")
        .bind("id", id)
        .bind("part", part)
        .mapTo(byte[].class)
        .findOne();
  }

  Optional<RosterJob> find(long id) {
    return tx.createQuery(SELECT + "WHERE id = :id").bind("id", id).map((r, c) -> job(r)).findOne();
  }

  Optional<RosterJob> byTicket(String ticket) {
    return tx.createQuery(SELECT + "WHERE ticket = :ticket")
        .bind("ticket", ticket)
        .map((r, c) -> job(r))
        .findOne();
  }

  Optional<RosterJob> lock(long id) {
    return tx.createQuery(SELECT + "WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .map((r, c) -> job(r))
        .findOne();
  }

  /** The newest that are not over; the bureau sees everybody's. */
  List<RosterJob> open(Optional<String> school, int most) {
    return tx.createQuery(
            SELECT
                + "WHERE state IN ('CHECKING', 'REJECTED', 'WAITING', 'APPLYING', 'FAILED')"
                + (school.isPresent() ? " AND school = :school" : "")
                + " ORDER BY id DESC LIMIT :most")
        .bind("most", most)
        .bind("school", school.orElse(""))
        .map((r, c) -> job(r))
        .list();
  }

  /** Takes a job that nobody works on. */
  Optional<RosterJob> claim(String holder, Instant now) {
    Optional<Long> next =
        tx.createQuery(
                """
                SELECT id FROM roster_job WHERE state IN ('CHECKING', 'APPLYING')
                  AND (held_until IS NULL OR held_until < :now) ORDER BY id LIMIT 1""")
            .bind("now", Sql.time(Optional.of(now)))
            .mapTo(Long.class)
            .findOne();
    return next.filter(
            id ->
                tx.createUpdate(
                            """
                            UPDATE roster_job SET holder = :holder, held_until = :until, done = 0
                            WHERE id = :id AND state IN ('CHECKING', 'APPLYING')
                              AND (held_until IS NULL OR held_until < :now)""")
                        .bind("id", id)
                        .bind("holder", holder)
                        .bind("now", Sql.time(Optional.of(now)))
                        .bind("until", Sql.time(Optional.of(now.plus(HELD))))
                        .execute()
                    == 1)
        .flatMap(this::find);
  }

  /** Says how far it is; false when somebody else has it, or it was given up. */
  boolean progress(long id, String holder, long done, long total, Instant now) {
    return tx.createUpdate(
                """
                UPDATE roster_job SET done = :done, total = :total, held_until = :until
                WHERE id = :id AND holder = :holder AND state IN ('CHECKING', 'APPLYING')""")
            .bind("id", id)
            .bind("holder", holder)
            .bind("done", done)
            .bind("total", total)
            .bind("until", Sql.time(Optional.of(now.plus(HELD))))
            .execute()
        == 1;
  }

  /** Ends what a worker does; false when it is no longer the worker's. */
  boolean leave(long id, String holder, State from, State to) {
    return tx.createUpdate(
                """
                UPDATE roster_job SET state = :to, holder = NULL, held_until = NULL
                WHERE id = :id AND holder = :holder AND state = :from""")
            .bind("id", id)
            .bind("holder", holder)
            .bind("from", from.name())
            .bind("to", to.name())
            .execute()
        == 1;
  }

  void setState(long id, State state) {
    tx.execute(
        "UPDATE roster_job SET state = ?, holder = NULL, held_until = NULL, done = 0 WHERE id = ?",
        state.name(),
        id);
  }

  void setChecked(long id, RosterFormat format, long revision, Counts counts, int problems) {
    tx.createUpdate(
            """
            UPDATE roster_job SET format = :format, revision = :revision, people = :people,
              added = :added, changed = :changed, moved = :moved, gone = :gone,
              unchanged = :unchanged, problems = :problems WHERE id = :id""")
        .bind("id", id)
        .bind("format", format.name())
        .bind("revision", revision)
        .bind("people", counts.people())
        .bind("added", counts.added())
        .bind("changed", counts.changed())
        .bind("moved", counts.moved())
        .bind("gone", counts.left())
        .bind("unchanged", counts.unchanged())
        .bind("problems", problems)
        .execute();
  }

  void setRechecked(long id, boolean rechecked) {
    tx.execute("UPDATE roster_job SET rechecked = ? WHERE id = ?", rechecked, id);
  }

  void setEffective(long id, LocalDate effective) {
    tx.createUpdate("UPDATE roster_job SET effective = :effective WHERE id = :id")
        .bind("id", id)
        .bind("effective", Sql.date(effective))
        .execute();
  }

  void setIncident(long id, String incident) {
    tx.execute("UPDATE roster_job SET incident = ? WHERE id = ?", incident, id);
  }

  void setUpload(long id, long upload) {
    tx.execute("UPDATE roster_job SET upload = ? WHERE id = ?", upload, id);
  }

  /** Lets go of the file and of what was found in it; the job's line stays. */
  void empty(long id) {
    for (String table : List.of("part", "problem", "person", "school")) {
      tx.execute("DELETE FROM roster_job_" + table + " WHERE job = ?", id);
    }
  }

  /** Jobs that nobody has brought to an end since a moment. */
  List<Long> forgotten(Instant before) {
    return tx.createQuery(
            """
            SELECT id FROM roster_job WHERE state IN ('REJECTED', 'WAITING', 'FAILED')
              AND uploaded_at < :before""")
        .bind("before", Sql.time(Optional.of(before)))
        .mapTo(Long.class)
        .list();
  }

  private static RosterJob job(ResultSet row) throws SQLException {
    long upload = row.getLong("upload");
    Optional<Long> became = row.wasNull() ? Optional.empty() : Optional.of(upload);
    return new RosterJob(
        row.getLong("id"),
        Sql.text(row, "school"),
        row.getString("uploaded_by"),
        Sql.time(row, "uploaded_at").orElseThrow(),
        row.getString("file_name"),
        RosterFormat.valueOf(row.getString("format")),
        Sql.date(row, "effective"),
        State.valueOf(row.getString("state")),
        row.getLong("done"),
        row.getLong("total"),
        row.getLong("revision"),
        row.getBoolean("rechecked"),
        new Counts(
            row.getInt("people"),
            row.getInt("added"),
            row.getInt("changed"),
            row.getInt("moved"),
            row.getInt("gone"),
            row.getInt("unchanged")),
        row.getInt("problems"),
        became,
        Sql.text(row, "incident"));
  }
}
