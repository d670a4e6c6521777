package cloud.laurel.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Pictures of certificates and badges. Drawing one takes a third of a second, so those that were
 * asked for last are kept, and never more than two are drawn at a time. When all winners come on
 * one day, only a few requests wait for that: the others would take the threads of everybody else.
 */
@ApplicationScoped
public class Pictures {

  /** Some ten megabytes. */
  private static final int MOST = 32;

  /** Requests that wait or draw. */
  static final int IN_LINE = 10;

  private final Semaphore line = new Semaphore(IN_LINE);
  private final Semaphore atOnce = new Semaphore(2);
  private final Map<String, byte[]> drawn =
      Collections.synchronizedMap(
          new LinkedHashMap<>(MOST, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
              return size() > MOST;
            }
          });

  /**
   * A picture.
   *
   * @param tag the same for the same picture
   * @return empty when too many are in line for it to be drawn now
   */
  Optional<byte[]> of(String tag, Supplier<byte[]> drawing) {
    Optional<byte[]> found = kept(tag);
    if (found.isPresent() || !line.tryAcquire()) {
      return found;
    }
    try {
      return Optional.of(draw(tag, drawing));
    } finally {
      line.release();
    }
  }

  private byte[] draw(String tag, Supplier<byte[]> drawing) {
    atOnce.acquireUninterruptibly();
    try {
      // somebody else may have had it drawn while this one waited
      Optional<byte[]> found = kept(tag);
      byte[] png = found.orElseGet(drawing);
      drawn.put(tag, png);
      return png;
    } finally {
      atOnce.release();
    }
  }

  private Optional<byte[]> kept(String tag) {
    return Optional.ofNullable(drawn.get(tag));
  }
}
