package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Campaigns;

/** A snapshot without its content, as JSON; who and why are said of corrections. */
public record SnapshotSummary(
    long id,
    String hash,
    String takenAt,
    int version,
    String occasion,
    boolean whole,
    String by,
    String reason) {

  static SnapshotSummary of(Campaign campaign, Snapshot snapshot) {
    return new SnapshotSummary(
        snapshot.id(),
        snapshot.hash(),
        Campaigns.time(campaign, snapshot.takenAt()),
        snapshot.version(),
        snapshot.occasion().name(),
        snapshot.whole(),
        snapshot.by(),
        snapshot.reason());
  }
}
