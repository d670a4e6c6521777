/**
 * Appeals: entries of a ledger that somebody contests, their evidence, and what the bureau decides;
 * pages and resources may call it.
 */
@NullMarked
package cloud.laurel.appeal;

import org.jspecify.annotations.NullMarked;
