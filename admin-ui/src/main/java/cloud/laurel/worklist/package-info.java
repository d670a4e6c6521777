/** Pages of the worklist: the bureau's table, reminders, and what a school still has to do. */
@NullMarked
package cloud.laurel.worklist;

import org.jspecify.annotations.NullMarked;
