/**
 * Notices to people, on the pages and by mail; every feature with something to tell may call it.
 */
@NullMarked
package cloud.laurel.notice;

import org.jspecify.annotations.NullMarked;
