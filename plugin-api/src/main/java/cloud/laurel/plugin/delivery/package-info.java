/**
 * Relays the outbox to the plugins of a deployment, in batches, until each action is with them;
 * plugin code may inject {@link cloud.laurel.plugin.delivery.Outbox}.
 */
@NullMarked
package cloud.laurel.plugin.delivery;

import org.jspecify.annotations.NullMarked;
