/**
 * Who has a space: follows what people do with theirs, and tells how far schools have come with
 * opening them; {@code intake}, {@code engine} and pages may call it.
 */
@NullMarked
package cloud.laurel.opening;

import org.jspecify.annotations.NullMarked;
