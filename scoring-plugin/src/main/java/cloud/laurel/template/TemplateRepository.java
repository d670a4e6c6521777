package cloud.laurel.template;

import cloud.laurel.template.Template.Upload;
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

/** Uploaded templates and what happened to all of them, in the database. */
final class TemplateRepository {

  private static final String SELECT =
      "SELECT t.id, t.name, t.version, t.source, e.officer, e.happened_at, e.note,"
          + " (SELECT MIN(r.happened_at) FROM certificate_template_event r"
          + " WHERE r.template = t.id AND r.kind = 'RETIRED') AS retired_at"
          + " FROM certificate_template t JOIN certificate_template_event e"
          + " ON e.template = t.id AND e.kind = 'UPLOADED'";

  List<Template> all(Handle tx) {
    return tx.createQuery(SELECT + " ORDER BY t.id DESC").map((row, c) -> template(row)).list();
  }

  Optional<Template> find(Handle tx, long id) {
    return tx.createQuery(SELECT + " WHERE t.id = :id")
        .bind("id", id)
        .map((row, context) -> template(row))
        .findOne();
  }

  Optional<Template> newest(Handle tx, String name) {
    return tx.createQuery(SELECT + " WHERE t.name = :name ORDER BY t.version DESC")
        .bind("name", name)
        .setMaxRows(1)
        .map((row, context) -> template(row))
        .findFirst();
  }

  /** When templates were retired, by id, those that Laurel brings along too. */
  Map<Long, Instant> retired(Handle tx) {
    Map<Long, Instant> retired = new HashMap<>();
    tx.createQuery(
            "SELECT template, MIN(happened_at) AS since FROM certificate_template_event"
                + " WHERE kind = 'RETIRED' GROUP BY template")
        .map(
            (row, context) ->
                retired.put(
                    row.getLong("template"),
                    row.getObject("since", OffsetDateTime.class).toInstant()))
        .list();
    return retired;
  }

  /** The one that was chosen last. */
  Optional<Long> chosen(Handle tx) {
    return tx.createQuery(
            "SELECT template FROM certificate_template_event WHERE kind = 'CHOSEN'"
                + " ORDER BY id DESC")
        .setMaxRows(1)
        .mapTo(Long.class)
        .findFirst();
  }

  Optional<TemplateService.Offset> offset(Handle tx) {
    return tx.createQuery(
            "SELECT note FROM certificate_template_event WHERE kind = 'OFFSET' ORDER BY id DESC")
        .setMaxRows(1)
        .mapTo(String.class)
        .findFirst()
        .map(note -> note.split(" "))
        .map(
            halves ->
                new TemplateService.Offset(
                    Integer.parseInt(halves[0]), Integer.parseInt(halves[1])));
  }

  long insert(Handle tx, String name, int version, String source) {
    return tx.createUpdate(
            "INSERT INTO certificate_template (name, version, source)"
                + " VALUES (:name, :version, :source)")
        .bind("name", name)
        .bind("version", version)
        .bind("source", source)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  void note(Handle tx, long template, String kind, Instant at, String officer, String note) {
    tx.execute(
        "INSERT INTO certificate_template_event (template, kind, happened_at, officer, note)"
            + " VALUES (?, ?, ?, ?, ?)",
        template,
        kind,
        at.atOffset(ZoneOffset.UTC),
        officer,
        note);
  }

  private static Template template(ResultSet row) throws SQLException {
    return new Template(
        row.getLong("id"),
        row.getString("name"),
        row.getInt("version"),
        row.getString("source"),
        Optional.of(
            new Upload(
                row.getString("officer"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("note"))),
        Optional.ofNullable(row.getObject("retired_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
