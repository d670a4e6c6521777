/** Campaigns over HTTP and on pages. */
@NullMarked
package cloud.laurel.campaign;

import org.jspecify.annotations.NullMarked;
