package cloud.laurel.template;

import cloud.laurel.input.FileParts;
import cloud.laurel.template.Seal.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Seals in the database. */
final class SealRepository {

  private static final FileParts PARTS = new FileParts("certificate_seal_part", "seal");

  private static final String SELECT =
      "SELECT id, name, millimetres, hash, uploaded_by, uploaded_at, released_by, released_at,"
          + " retired_by, retired_at FROM certificate_seal";

  List<Seal> all(Handle tx) {
    return tx.createQuery(SELECT + " ORDER BY id DESC").map((row, c) -> seal(row)).list();
  }

  Optional<Seal> find(Handle tx, long id) {
    return tx.createQuery(SELECT + " WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> seal(row))
        .findOne();
  }

  Optional<byte[]> picture(Handle tx, long id) {
    return tx.createQuery("SELECT size FROM certificate_seal WHERE id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .map(size -> PARTS.bytes(tx, id, size));
  }

  long insert(Handle tx, String name, int millimetres, byte[] png, String hash, Step uploaded) {
    long id =
        tx.createUpdate(
                "INSERT INTO certificate_seal (name, millimetres, size, hash, uploaded_by,"
                    + " uploaded_at) VALUES (:name, :millimetres, :size, :hash, :by, :at)")
            .bind("name", name)
            .bind("millimetres", millimetres)
            .bind("size", png.length)
            .bind("hash", hash)
            .bind("by", uploaded.officer())
            .bind("at", uploaded.at().atOffset(ZoneOffset.UTC))
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    PARTS.store(tx, id, png);
    return id;
  }

  /** Whether it waited to be released, and is now. */
  boolean release(Handle tx, long id, Step step) {
    return tx.execute(
            "UPDATE certificate_seal SET released_by = ?, released_at = ?"
                + " WHERE id = ? AND released_at IS NULL AND retired_at IS NULL",
            step.officer(),
            step.at().atOffset(ZoneOffset.UTC),
            id)
        == 1;
  }

  /** Whether it was not retired, and is now. */
  boolean retire(Handle tx, long id, Step step) {
    return tx.execute(
            "UPDATE certificate_seal SET retired_by = ?, retired_at = ?"
                + " WHERE id = ? AND retired_at IS NULL",
            step.officer(),
            step.at().atOffset(ZoneOffset.UTC),
            id)
        == 1;
  }

  private static Seal seal(ResultSet row) throws SQLException {
    return new Seal(
        row.getLong("id"),
        row.getString("name"),
        row.getInt("millimetres"),
        row.getString("hash"),
        step(row, "uploaded").orElseThrow(),
        step(row, "released"),
        step(row, "retired"));
  }

  private static Optional<Step> step(ResultSet row, String what) throws SQLException {
    OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
    return at == null
        ? Optional.empty()
        : Optional.of(new Step(row.getString(what + "_by"), at.toInstant()));
  }
}
