/** Selection of whom a campaign honours: its HTTP resource and the bureau's pages. */
@NullMarked
package cloud.laurel.selection;

import org.jspecify.annotations.NullMarked;
