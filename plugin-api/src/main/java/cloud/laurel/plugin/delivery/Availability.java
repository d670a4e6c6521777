package cloud.laurel.plugin.delivery;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a plugin takes actions at all, over all workers of a node.
 *
 * <p>While it takes none, the relay pauses as a whole and no action's attempts are counted, so that
 * an outage parks nothing. A single waiting action that keeps failing is counted, because nothing
 * else speaks for or against it; as soon as a second action fails without one having succeeded in
 * between, it is the plugin that is away.
 */
final class Availability {

  private final DeliverySettings settings;
  private int failures;
  private @Nullable Instant pausedUntil;
  private @Nullable String suspect;
  private @Nullable String error;

  Availability(DeliverySettings settings) {
    this.settings = settings;
  }

  synchronized void tookSomething() {
    failures = 0;
    pausedUntil = null;
    suspect = null;
    error = null;
  }

  /** Whether the failure of an action offered alone counts against it. */
  synchronized boolean countsAgainst(String id) {
    if (suspect == null && failures == 0) {
      suspect = id;
    }
    return id.equals(suspect);
  }

  synchronized void tookNothing(String why, Instant now) {
    failures++;
    error = why;
    pausedUntil = now.plus(settings.pauseAfter(failures));
  }

  synchronized boolean paused(Instant now) {
    return pausedUntil != null && now.isBefore(pausedUntil);
  }

  /** What the plugin answered last, while it is away. */
  synchronized Optional<String> error() {
    return Optional.ofNullable(error);
  }
}
