/**
 * The append-only journal of actions; {@code intake}, {@code scoring} and {@code standing} may call
 * it.
 */
@NullMarked
package cloud.laurel.journal;

import org.jspecify.annotations.NullMarked;
