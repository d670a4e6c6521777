/**
 * The public look-up of certificates: by name, by number, by file, as pages and over HTTP, with the
 * limits that keep it from being searched through. No other package calls it.
 */
@NullMarked
package cloud.laurel.lookup;

import org.jspecify.annotations.NullMarked;
