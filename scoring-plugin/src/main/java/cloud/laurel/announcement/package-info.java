/**
 * Announcements: winners on public notice and as published, and the public's objections; pages and
 * resources may call it.
 */
@NullMarked
package cloud.laurel.announcement;

import org.jspecify.annotations.NullMarked;
