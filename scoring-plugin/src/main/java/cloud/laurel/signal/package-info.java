/**
 * Points the bureau to what may deserve a look, with its evidence; never changes a point. Pages and
 * the engine may call it.
 */
@NullMarked
package cloud.laurel.signal;

import org.jspecify.annotations.NullMarked;
