/** Taking actions in over HTTP. */
@NullMarked
package cloud.laurel.intake;

import org.jspecify.annotations.NullMarked;
