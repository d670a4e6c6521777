/**
 * What schools show of their work (示范应用): written by them, published by the bureau, read by
 * everybody; pages, resources and start-up may call it.
 */
@NullMarked
package cloud.laurel.showcase;

import org.jspecify.annotations.NullMarked;
