/** Appeals on pages and over HTTP. */
@NullMarked
package cloud.laurel.appeal;

import org.jspecify.annotations.NullMarked;
