package cloud.laurel.report;

import cloud.laurel.campaign.Campaign;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reports in the database. */
final class ReportRepository {

  private static final String SELECT =
      "SELECT id, number, made_at, made_by, hash FROM (SELECT id, campaign, in_minute, made_at,"
          + " made_by, hash, row_number() OVER (ORDER BY id) AS number FROM progress_report"
          + " WHERE campaign = :campaign) r ";

  /** Stores a report, unless there is one of the same minute. */
  void insert(Handle tx, Campaign campaign, Instant at, String by, String hash, String content) {
    tx.createUpdate(
            "INSERT INTO progress_report (campaign, in_minute, made_at, made_by, hash, content)"
                + " VALUES (:campaign, :minute, :at, :by, :hash, :content) ON CONFLICT DO NOTHING")
        .bind("campaign", campaign.id())
        .bind("minute", minute(at))
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("by", by)
        .bind("hash", hash)
        .bind("content", content)
        .execute();
  }

  private static OffsetDateTime minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC);
  }

  Optional<ProgressReport> ofMinute(Handle tx, Campaign campaign, Instant at) {
    return tx.createQuery(SELECT + "WHERE in_minute = :minute")
        .bind("campaign", campaign.id())
        .bind("minute", minute(at))
        .map((row, context) -> report(row))
        .findOne();
  }

  /** All of a campaign, the newest first. */
  List<ProgressReport> list(Handle tx, Campaign campaign) {
    return tx.createQuery(SELECT + "ORDER BY id DESC")
        .bind("campaign", campaign.id())
        .map((row, context) -> report(row))
        .list();
  }

  Optional<String> content(Handle tx, long id) {
    return tx.createQuery("SELECT content FROM progress_report WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  private static ProgressReport report(ResultSet row) throws SQLException {
    return new ProgressReport(
        row.getLong("id"),
        row.getInt("number"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("made_by"),
        row.getString("hash"));
  }
}
