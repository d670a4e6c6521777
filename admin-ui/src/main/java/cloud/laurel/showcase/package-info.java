/** Cases that schools show, on pages and over HTTP. */
@NullMarked
package cloud.laurel.showcase;

import org.jspecify.annotations.NullMarked;
