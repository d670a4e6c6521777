package cloud.laurel.campaign;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps something about each campaign that is dear to read, and shares it between all who look. A
 * thread of its own keeps it fresh ({@link #keep}) as long as somebody has looked lately, so that
 * nobody waits for the reading but the first. For pages only: what is kept may not know yet what
 * has just happened; it is a second or two old, older where the reading itself takes long.
 *
 * @param <V> what is kept
 */
public final class Shared<V> {

  private static final Duration FRESH = Duration.ofSeconds(1);

  /** Reading takes at most this share of the keeper's time: one part in five. */
  private static final int SPARING = 5;

  /** Older than this is not shown, whatever became of the keeper. */
  private static final Duration STALE = Duration.ofSeconds(15);

  private static final Duration WANTED = Duration.ofMinutes(10);

  private final Map<Integer, Kept<V>> kept = new ConcurrentHashMap<>();
  private final Map<Integer, Long> asked = new ConcurrentHashMap<>();

  /** The JVM's own timer: how old something is does not depend on what time it is. */
  private record Kept<V>(Campaign campaign, Supplier<V> read, long at, long cost, V what) {

    static <V> Kept<V> read(Campaign campaign, Supplier<V> read) {
      long start = System.nanoTime();
      V what = read.get();
      return new Kept<>(campaign, read, start, System.nanoTime() - start, what);
    }

    boolean isOlder(Duration than) {
      return System.nanoTime() - at > than.toNanos();
    }

    boolean isDue() {
      return isOlder(FRESH) && System.nanoTime() - at > SPARING * cost;
    }
  }

  /** What is kept of a campaign; read now when there is nothing or the campaign has changed. */
  public V get(Campaign campaign, Supplier<V> read) {
    asked.put(campaign.id(), System.nanoTime());
    return kept.compute(
            campaign.id(),
            (id, known) ->
                known != null && known.campaign() == campaign && !known.isOlder(STALE)
                    ? known
                    : Kept.read(campaign, read))
        .what();
  }

  /** Keeps nothing any more: whoever comes next reads anew. */
  public void forget() {
    kept.clear();
  }

  /** Reads again what is due and wanted. To be called again and again by one thread. */
  public void keep() {
    kept.forEach(
        (id, known) -> {
          if (System.nanoTime() - asked.get(id) > WANTED.toNanos()) {
            kept.remove(id, known);
          } else if (known.isDue()) {
            kept.replace(id, known, Kept.read(known.campaign(), known.read()));
          }
        });
  }
}
