/** Standings over HTTP and on pages. */
@NullMarked
package cloud.laurel.standing;

import org.jspecify.annotations.NullMarked;
