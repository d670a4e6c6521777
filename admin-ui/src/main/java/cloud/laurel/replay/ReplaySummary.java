package cloud.laurel.replay;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Campaigns;
import org.jspecify.annotations.Nullable;

/** A replay in a list, as JSON. */
public record ReplaySummary(
    long id,
    String kind,
    String state,
    long done,
    long total,
    String note,
    String validFrom,
    String startedBy,
    String startedAt,
    @Nullable String finishedAt) {

  static ReplaySummary of(Campaign campaign, Replay replay) {
    return new ReplaySummary(
        replay.id(),
        replay.kind().name(),
        replay.state().name(),
        replay.done(),
        replay.total(),
        replay.note(),
        replay.validFrom().toString(),
        replay.startedBy(),
        Campaigns.time(campaign, replay.startedAt()),
        replay.finishedAt().map(at -> Campaigns.time(campaign, at)).orElse(null));
  }
}
