/**
 * Prints certificates: templates filled and set as PDF, what their fonts cannot show, pictures of
 * pages, and the bureau's pages for templates and seals. Who issues certificates calls it.
 */
@NullMarked
package cloud.laurel.press;

import org.jspecify.annotations.NullMarked;
