/** Replays over HTTP and on pages. */
@NullMarked
package cloud.laurel.replay;

import org.jspecify.annotations.NullMarked;
