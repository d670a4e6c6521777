/** Campaigns and their rules as data; every feature may call it. */
@NullMarked
package cloud.laurel.campaign;

import org.jspecify.annotations.NullMarked;
