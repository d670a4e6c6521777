package cloud.laurel.plugin.delivery;

import java.time.Instant;

/**
 * An action that a plugin failed on too often; it stays until somebody has it retried.
 *
 * @param id the action's id
 * @param type its type
 * @param actor the account that acted
 * @param attempts how often it failed
 * @param error the last failure
 * @param parkedAt when it was parked
 * @since 1.0
 */
public record ParkedAction(
    String id, String type, String actor, int attempts, String error, Instant parkedAt) {}
