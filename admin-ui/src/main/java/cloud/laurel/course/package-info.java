/** Pages that show how a campaign has gone so far. */
@NullMarked
package cloud.laurel.course;

import org.jspecify.annotations.NullMarked;
