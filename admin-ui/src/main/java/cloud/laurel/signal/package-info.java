/** Signals for the bureau, on pages and over HTTP. */
@NullMarked
package cloud.laurel.signal;

import org.jspecify.annotations.NullMarked;
