package cloud.laurel.campaign;

import cloud.laurel.campaign.CampaignEvent.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What was done to campaigns, in the database. */
final class CampaignEventRepository {

  void add(
      Handle tx, int campaign, Instant at, Kind kind, String subject, String by, String reason) {
    tx.execute(
        "INSERT INTO campaign_event (campaign, happened_at, kind, subject, done_by, reason)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        campaign,
        at.atOffset(ZoneOffset.UTC),
        kind.name(),
        subject,
        by,
        reason);
  }

  /** The newest first. */
  List<CampaignEvent> of(Handle tx, int campaign) {
    return tx.createQuery(
            "SELECT happened_at, kind, subject, done_by, reason FROM campaign_event"
                + " WHERE campaign = :campaign ORDER BY id DESC")
        .bind("campaign", campaign)
        .map(
            (row, context) ->
                new CampaignEvent(
                    row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                    Kind.valueOf(row.getString("kind")),
                    row.getString("subject"),
                    row.getString("done_by"),
                    row.getString("reason")))
        .list();
  }
}
