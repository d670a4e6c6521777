/**
 * Hooks the methods of unchanged platform deployments and writes what people do there to the
 * outbox; the server calls it as a CDI extension, plugins only ask {@link
 * cloud.laurel.plugin.capture.CaptureStatus}.
 */
@NullMarked
package cloud.laurel.plugin.capture;

import org.jspecify.annotations.NullMarked;
