/**
 * Judges actions under the campaigns' rules and keeps the awards; {@code intake} and start-up may
 * call it.
 */
@NullMarked
package cloud.laurel.scoring;

import org.jspecify.annotations.NullMarked;
