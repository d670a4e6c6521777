package cloud.laurel.selection;

import cloud.laurel.store.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What two officers confirmed, in the database. */
final class ConfirmedRepository {

  void insert(
      Handle tx,
      int campaign,
      long snapshot,
      Instant at,
      String submittedBy,
      String confirmedBy,
      String content) {
    tx.createUpdate(
            "INSERT INTO selection_confirmed (campaign, snapshot, confirmed_at, submitted_by,"
                + " confirmed_by, hash, content) VALUES (:c, :snapshot, :at, :submitted,"
                + " :confirmed, :hash, :content)")
        .bind("c", campaign)
        .bind("snapshot", snapshot)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("submitted", submittedBy)
        .bind("confirmed", confirmedBy)
        .bind("hash", Sha256.hex(content))
        .bind("content", content)
        .execute();
  }

  /** Those of a campaign, the newest first. */
  List<Confirmed> of(Handle tx, int campaign, int most) {
    return tx.createQuery(
            "SELECT id, snapshot, confirmed_at, submitted_by, confirmed_by, hash, content"
                + " FROM selection_confirmed WHERE campaign = :c ORDER BY id DESC LIMIT :most")
        .bind("c", campaign)
        .bind("most", most)
        .map(
            (row, context) ->
                new Confirmed(
                    row.getLong("id"),
                    row.getLong("snapshot"),
                    SelectionRepository.instant(row, "confirmed_at"),
                    row.getString("submitted_by"),
                    row.getString("confirmed_by"),
                    row.getString("hash"),
                    ConfirmedJson.read(row.getString("content"))))
        .list();
  }

  Optional<String> content(Handle tx, int campaign, long id) {
    return tx.createQuery(
            "SELECT content FROM selection_confirmed WHERE id = :id AND campaign = :c")
        .bind("id", id)
        .bind("c", campaign)
        .mapTo(String.class)
        .findOne();
  }
}
