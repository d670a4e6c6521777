package cloud.laurel.campaign;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps something about each campaign for {@value #SECONDS} seconds; whoever comes meanwhile shares
 * it, so that any number of people looking costs one reading. For pages only: what is read here may
 * not know yet what has just happened.
 *
 * @param <V> what is kept
 */
public final class Shared<V> {

  /** How long something is kept. */
  public static final int SECONDS = 2;

  private final Map<Integer, Kept<V>> kept = new ConcurrentHashMap<>();

  /** The JVM's own timer: how old something is does not depend on what time it is. */
  private record Kept<V>(Campaign campaign, long readAt, V what) {
    boolean isFresh(Campaign now) {
      return campaign == now && System.nanoTime() - readAt < Duration.ofSeconds(SECONDS).toNanos();
    }
  }

  /**
   * What is kept of a campaign, read anew when it is too old or the campaign itself has changed.
   */
  public V get(Campaign campaign, Supplier<V> read) {
    return kept.compute(
            campaign.id(),
            (id, known) ->
                known != null && known.isFresh(campaign)
                    ? known
                    : new Kept<>(campaign, System.nanoTime(), read.get()))
        .what();
  }
}
