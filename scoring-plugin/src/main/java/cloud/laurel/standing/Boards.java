package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Keeps the standings of each campaign for a moment; whoever comes meanwhile shares them. */
final class Boards {

  static final int SECONDS = 2;

  private final Map<Integer, Board> boards = new ConcurrentHashMap<>();

  /** The JVM's own timer: how old something is does not depend on what time it is. */
  private record Board(Campaign campaign, long readAt, SchoolOverview overview) {
    boolean isFresh(Campaign now) {
      return campaign == now && System.nanoTime() - readAt < Duration.ofSeconds(SECONDS).toNanos();
    }
  }

  /** Those of a campaign, read anew when they are too old or the campaign itself has changed. */
  SchoolOverview get(Campaign campaign, Supplier<SchoolOverview> read) {
    return boards
        .compute(
            campaign.id(),
            (id, known) ->
                known != null && known.isFresh(campaign)
                    ? known
                    : new Board(campaign, System.nanoTime(), read.get()))
        .overview();
  }
}
