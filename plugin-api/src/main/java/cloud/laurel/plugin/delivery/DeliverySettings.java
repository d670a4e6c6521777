package cloud.laurel.plugin.delivery;

import cloud.laurel.plugin.outbox.SettingsReader;
import java.time.Duration;

/**
 * How the relay works.
 *
 * @param workers key {@code laurel.relay.workers}: threads per plugin and node; 1 to 16, default 2
 * @param batchSize key {@code laurel.relay.batch-size}: most actions of one call; 1 to 1000,
 *     default 1000
 * @param maxAttempts key {@code laurel.relay.max-attempts}: failures after which an action is
 *     parked; 1 to 1000, default 10
 * @param retryFirst key {@code laurel.relay.retry-first-ms}: milliseconds before an action is
 *     offered again, doubled with each failure; 1 to 3600000, default 1000
 * @param retryMost key {@code laurel.relay.retry-most-ms}: longest such pause in milliseconds; 1 to
 *     86400000, default 300000
 * @param pauseMost key {@code laurel.relay.pause-most-ms}: longest pause in milliseconds while the
 *     plugin takes nothing at all; 1 to 3600000, default 15000
 * @param oldestWaiting key {@code laurel.relay.oldest-waiting-s}: seconds; an action waiting for
 *     longer turns the health check DOWN; 1 to 604800, default 600
 */
public record DeliverySettings(
    int workers,
    int batchSize,
    int maxAttempts,
    Duration retryFirst,
    Duration retryMost,
    Duration pauseMost,
    Duration oldestWaiting) {

  /** Reads the settings; problems stay with the reader and the default stands in. */
  static DeliverySettings read(SettingsReader reader) {
    return new DeliverySettings(
        reader.number("laurel.relay.workers", 2, 1, 16),
        reader.number("laurel.relay.batch-size", 1000, 1, 1000),
        reader.number("laurel.relay.max-attempts", 10, 1, 1000),
        Duration.ofMillis(reader.number("laurel.relay.retry-first-ms", 1000, 1, 3_600_000)),
        Duration.ofMillis(reader.number("laurel.relay.retry-most-ms", 300_000, 1, 86_400_000)),
        Duration.ofMillis(reader.number("laurel.relay.pause-most-ms", 15_000, 1, 3_600_000)),
        Duration.ofSeconds(reader.number("laurel.relay.oldest-waiting-s", 600, 1, 604_800)));
  }

  /** The pause after so many failures of one action. */
  Duration retryAfter(int failures) {
    return doubled(retryFirst, failures, retryMost);
  }

  /** The pause after so many rounds in which the plugin took nothing. */
  Duration pauseAfter(int failures) {
    return doubled(retryFirst, failures, pauseMost);
  }

  private static Duration doubled(Duration first, int failures, Duration most) {
    Duration pause = first.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 20));
    return pause.compareTo(most) > 0 ? most : pause;
  }
}
