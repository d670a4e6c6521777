/**
 * The append-only journal of actions; {@code intake}, {@code scoring}, {@code standing} and {@code
 * trial} may call it.
 */
@NullMarked
package cloud.laurel.journal;

import org.jspecify.annotations.NullMarked;
