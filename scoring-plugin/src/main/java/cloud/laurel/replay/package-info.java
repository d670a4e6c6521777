/**
 * Recomputes campaigns from the journal: to check what is stored, and to show what proposed rules
 * would change before they are published (rule R14). Pages and the worker may call it.
 */
@NullMarked
package cloud.laurel.replay;

import org.jspecify.annotations.NullMarked;
