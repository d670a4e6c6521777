/** Notices on pages and by mail. */
@NullMarked
package cloud.laurel.notice;

import org.jspecify.annotations.NullMarked;
