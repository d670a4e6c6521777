/**
 * Who belongs to which school, when and in which role; every feature but {@code campaign} may call
 * it.
 */
@NullMarked
package cloud.laurel.roster;

import org.jspecify.annotations.NullMarked;
