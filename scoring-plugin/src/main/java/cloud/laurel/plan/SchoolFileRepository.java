package cloud.laurel.plan;

import cloud.laurel.input.Attachment;
import cloud.laurel.input.Attachment.Type;
import cloud.laurel.input.CheckedFile;
import cloud.laurel.input.FileParts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Files of plans, or of trainings. */
final class SchoolFileRepository {

  private static final FileParts PARTS = new FileParts("school_file_part", "school_file");

  private final String owner;

  private SchoolFileRepository(String owner) {
    this.owner = owner;
  }

  /** Those of plans. */
  static SchoolFileRepository ofPlans() {
    return new SchoolFileRepository("plan");
  }

  /** Those of entries of the training log. */
  static SchoolFileRepository ofTrainings() {
    return new SchoolFileRepository("training");
  }

  void add(Handle tx, long of, CheckedFile file) {
    long id =
        tx.createUpdate(
                "INSERT INTO school_file ("
                    + owner
                    + ", name, type, size) VALUES (:owner, :name, :type, :size)")
            .bind("owner", of)
            .bind("name", file.name())
            .bind("type", file.type().name())
            .bind("size", file.content().length)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    PARTS.store(tx, id, file.content());
  }

  void remove(Handle tx, long file) {
    PARTS.drop(tx, file);
    tx.execute("DELETE FROM school_file WHERE id = ?", file);
  }

  /** What belongs to one. */
  List<Attachment> of(Handle tx, long one) {
    return of(tx, List.of(one)).getOrDefault(one, List.of());
  }

  /** What belongs to each of several; nothing for those without files. */
  Map<Long, List<Attachment>> of(Handle tx, Collection<Long> several) {
    return several.isEmpty()
        ? Map.of()
        : tx
            .createQuery(
                "SELECT id, name, type, size, "
                    + owner
                    + " AS owner FROM school_file WHERE "
                    + owner
                    + " = ANY(:owners) ORDER BY id")
            .bindArray("owners", Long.class, several)
            .map((row, context) -> Map.entry(row.getLong("owner"), attachment(row)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  Optional<Attachment.Content> content(Handle tx, long of, long file) {
    return of(tx, of).stream()
        .filter(found -> found.id() == file)
        .findFirst()
        .map(found -> new Attachment.Content(found, PARTS.bytes(tx, file, found.size())));
  }

  private static Attachment attachment(ResultSet row) throws SQLException {
    return new Attachment(
        row.getLong("id"),
        row.getString("name"),
        Type.valueOf(row.getString("type")),
        row.getInt("size"));
  }
}
