package cloud.laurel.selection;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reviewers' marks in the database. */
final class ReviewRepository {

  private record Found(String honour, String candidate, Review review) {}

  /** The marks of candidates, by honour and candidate; those without are missing. */
  Map<String, Map<String, Marks>> of(Handle tx, int campaign) {
    return tx
        .createQuery(
            "SELECT honour, candidate, reviewer, mark, remark, reviewed_at FROM selection_review"
                + " WHERE campaign = :c ORDER BY reviewed_at, reviewer")
        .bind("c", campaign)
        .map(
            (row, context) ->
                new Found(
                    row.getString("honour"),
                    row.getString("candidate"),
                    new Review(
                        row.getString("reviewer"),
                        row.getInt("mark"),
                        row.getString("remark"),
                        SelectionRepository.instant(row, "reviewed_at"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Found::honour,
                Collectors.groupingBy(
                    Found::candidate,
                    Collectors.mapping(
                        Found::review,
                        Collectors.collectingAndThen(Collectors.toList(), Marks::new)))));
  }

  /** Takes the place of what the reviewer thought before. */
  void put(Handle tx, int campaign, String honour, String candidate, Review review) {
    tx.createUpdate(
            "DELETE FROM selection_review WHERE campaign = :c AND honour = :honour"
                + " AND candidate = :candidate AND reviewer = :reviewer")
        .bind("c", campaign)
        .bind("honour", honour)
        .bind("candidate", candidate)
        .bind("reviewer", review.reviewer())
        .execute();
    tx.createUpdate(
            "INSERT INTO selection_review (campaign, honour, candidate, reviewer, mark, remark,"
                + " reviewed_at) VALUES (:c, :honour, :candidate, :reviewer, :mark, :remark, :at)")
        .bind("c", campaign)
        .bind("honour", honour)
        .bind("candidate", candidate)
        .bind("reviewer", review.reviewer())
        .bind("mark", review.mark())
        .bind("remark", review.remark())
        .bind("at", review.at().atOffset(ZoneOffset.UTC))
        .execute();
  }
}
