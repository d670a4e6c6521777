package cloud.laurel.plugin.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * What the outbox holds for one plugin.
 *
 * @param plugin its name
 * @param waiting actions still to be delivered
 * @param oldestWaiting when the oldest of them was written; empty when none waits
 * @param parked actions that failed too often or cannot be read
 * @since 1.0
 */
public record Backlog(String plugin, long waiting, Optional<Instant> oldestWaiting, long parked) {}
