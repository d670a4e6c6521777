/**
 * The course of a campaign over its past days: standings of each day, functions by week, how much
 * comes from how few schools. Computed at night beside the way of the actions; pages and the engine
 * may call it.
 */
@NullMarked
package cloud.laurel.course;

import org.jspecify.annotations.NullMarked;
