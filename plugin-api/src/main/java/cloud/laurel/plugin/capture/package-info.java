/**
 * Hooks the methods of unchanged platform deployments and writes what people do there to the
 * outbox; the server calls it as a CDI extension, nobody else does.
 */
@NullMarked
package cloud.laurel.plugin.capture;

import org.jspecify.annotations.NullMarked;
