package cloud.laurel.showcase;

import cloud.laurel.input.Attachment.Type;
import cloud.laurel.input.CleanPicture;
import cloud.laurel.input.FileParts;
import cloud.laurel.showcase.Showcase.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Pictures of cases in the database. */
final class PictureRepository {

  private static final FileParts PARTS = new FileParts("showcase_picture_part", "picture");

  /** Those of a case, in the order in which they came. */
  List<Picture> of(Handle tx, long showcase) {
    return tx.createQuery(
            "SELECT id, alt, type, width, height, size FROM showcase_picture"
                + " WHERE showcase = :showcase ORDER BY id")
        .bind("showcase", showcase)
        .map((row, context) -> picture(row, "id"))
        .list();
  }

  void add(Handle tx, long showcase, CleanPicture picture, String alt) {
    long id =
        tx.createUpdate(
                "INSERT INTO showcase_picture (showcase, alt, type, width, height, size,"
                    + " thumbnail) VALUES (:showcase, :alt, :type, :width, :height, :size,"
                    + " :thumbnail)")
            .bind("showcase", showcase)
            .bind("alt", alt)
            .bind("type", picture.type().name())
            .bind("width", picture.width())
            .bind("height", picture.height())
            .bind("size", picture.content().length)
            .bind("thumbnail", picture.thumbnail())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    PARTS.store(tx, id, picture.content());
  }

  void describe(Handle tx, long picture, String alt) {
    tx.execute("UPDATE showcase_picture SET alt = ? WHERE id = ?", alt, picture);
  }

  void remove(Handle tx, long picture) {
    PARTS.drop(tx, picture);
    tx.execute("DELETE FROM showcase_picture WHERE id = ?", picture);
  }

  /** A picture as it is sent out, small or whole. */
  Optional<Picture.Content> content(Handle tx, long picture, boolean small) {
    return tx.createQuery(
            "SELECT p.type, p.size, p.thumbnail, c.school, c.state FROM showcase_picture p"
                + " JOIN showcase c ON c.id = p.showcase WHERE p.id = :id")
        .bind("id", picture)
        .map(
            (row, context) ->
                new Picture.Content(
                    Type.valueOf(row.getString("type")),
                    row.getString("school"),
                    row.getString("state").equals(State.PUBLISHED.name()),
                    small
                        ? row.getBytes("thumbnail")
                        : PARTS.bytes(tx, picture, row.getInt("size"))))
        .findOne();
  }

  /** A picture of a row. */
  static Picture picture(ResultSet row, String id) throws SQLException {
    return new Picture(
        row.getLong(id),
        row.getString("alt"),
        Type.valueOf(row.getString("type")),
        row.getInt("width"),
        row.getInt("height"),
        row.getInt("size"));
  }
}
