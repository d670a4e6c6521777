/** Takes actions in, from the platform's relay and over HTTP; pages and resources may call it. */
@NullMarked
package cloud.laurel.intake;

import org.jspecify.annotations.NullMarked;
