/** What schools ask of their own people, beside the campaign; pages and start-up may call it. */
@NullMarked
package cloud.laurel.goal;

import org.jspecify.annotations.NullMarked;
