/** Tries conditions on what has already happened; pages and resources may call it. */
@NullMarked
package cloud.laurel.trial;

import org.jspecify.annotations.NullMarked;
