/** Taking rosters in over HTTP. */
@NullMarked
package cloud.laurel.roster;

import org.jspecify.annotations.NullMarked;
