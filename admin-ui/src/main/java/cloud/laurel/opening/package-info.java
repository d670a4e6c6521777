/** Opening of spaces: the bureau's table, a school's own sheet, and their exports. */
@NullMarked
package cloud.laurel.opening;

import org.jspecify.annotations.NullMarked;
