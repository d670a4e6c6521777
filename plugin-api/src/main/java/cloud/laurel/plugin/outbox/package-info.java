/**
 * The outbox table in the platform's datasource, the spool file behind it and their settings;
 * {@code capture} writes here, {@code delivery} reads here, nobody else calls it.
 */
@NullMarked
package cloud.laurel.plugin.outbox;

import org.jspecify.annotations.NullMarked;
