/**
 * What schools plan for a campaign and how they train their people; pages and start-up may call it.
 */
@NullMarked
package cloud.laurel.plan;

import org.jspecify.annotations.NullMarked;
