/** The badge that the platform's own pages show: today's points of whoever is signed in. */
@NullMarked
package cloud.laurel.badge;

import org.jspecify.annotations.NullMarked;
