package cloud.laurel.appeal;

import cloud.laurel.appeal.AppealEvent.What;
import cloud.laurel.input.Attachment;
import cloud.laurel.input.Attachment.Type;
import cloud.laurel.input.CheckedFile;
import cloud.laurel.input.FileParts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What happened to appeals, with the files that came. */
final class HistoryRepository {

  private static final FileParts PARTS = new FileParts("attachment_part", "attachment");

  private static final String ATTACHMENT =
      "SELECT t.id, t.name, t.type, t.size, t.event FROM attachment t WHERE t.appeal = :appeal";

  long add(Handle tx, long appeal, Instant at, What what, Party party, String words) {
    return tx.createUpdate(
            "INSERT INTO appeal_event (appeal, happened_at, kind, bureau, actor, words)"
                + " VALUES (:appeal, :at, :kind, :bureau, :actor, :words)")
        .bind("appeal", appeal)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("kind", what.name())
        .bind("bureau", party.bureau())
        .bind("actor", party.name())
        .bind("words", words)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  void attach(Handle tx, long appeal, long event, CheckedFile file) {
    long attachment =
        tx.createUpdate(
                "INSERT INTO attachment (appeal, event, name, type, size)"
                    + " VALUES (:appeal, :event, :name, :type, :size)")
            .bind("appeal", appeal)
            .bind("event", event)
            .bind("name", file.name())
            .bind("type", file.type().name())
            .bind("size", file.content().length)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    PARTS.store(tx, attachment, file.content());
  }

  int attachments(Handle tx, long appeal) {
    return tx.createQuery("SELECT count(*) FROM attachment WHERE appeal = :appeal")
        .bind("appeal", appeal)
        .mapTo(Integer.class)
        .one();
  }

  /** Everything that happened, oldest first. */
  List<AppealEvent> of(Handle tx, long appeal) {
    Map<Long, List<Attachment>> attachments =
        tx
            .createQuery(ATTACHMENT + " ORDER BY t.id")
            .bind("appeal", appeal)
            .map((row, context) -> Map.entry(row.getLong("event"), attachment(row)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return tx.createQuery(
            "SELECT e.id, e.happened_at, e.kind, e.bureau, e.actor, e.words, p.name"
                + " FROM appeal_event e"
                + " LEFT JOIN person p ON p.account = e.actor AND NOT e.bureau"
                + " WHERE e.appeal = :appeal ORDER BY e.id")
        .bind("appeal", appeal)
        .map((row, context) -> event(row, attachments))
        .list();
  }

  /** An attachment of an appeal, with its content. */
  Optional<Attachment.Content> content(Handle tx, long appeal, long attachment) {
    return tx.createQuery(ATTACHMENT + " AND t.id = :attachment")
        .bind("appeal", appeal)
        .bind("attachment", attachment)
        .map((row, context) -> attachment(row))
        .findOne()
        .map(found -> new Attachment.Content(found, PARTS.bytes(tx, found.id(), found.size())));
  }

  private static Attachment attachment(ResultSet row) throws SQLException {
    return new Attachment(
        row.getLong("id"),
        row.getString("name"),
        Type.valueOf(row.getString("type")),
        row.getInt("size"));
  }

  private static AppealEvent event(ResultSet row, Map<Long, List<Attachment>> attachments)
      throws SQLException {
    return new AppealEvent(
        row.getLong("id"),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        What.valueOf(row.getString("kind")),
        row.getBoolean("bureau"),
        row.getString("actor"),
        Optional.ofNullable(row.getString("name")).orElse(row.getString("actor")),
        row.getString("words"),
        attachments.getOrDefault(row.getLong("id"), List.of()));
  }
}
