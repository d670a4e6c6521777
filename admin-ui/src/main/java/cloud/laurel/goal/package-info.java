/** Goals that schools set for their own people: their page, and how far they are. */
@NullMarked
package cloud.laurel.goal;

import org.jspecify.annotations.NullMarked;
