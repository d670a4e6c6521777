/**
 * What each school has done, has to do and is late with, and reminders of it (工作台账); pages may call
 * it.
 */
@NullMarked
package cloud.laurel.worklist;

import org.jspecify.annotations.NullMarked;
