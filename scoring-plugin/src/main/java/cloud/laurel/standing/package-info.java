/** Scores, ranks, tiers and ledgers, ready to be shown; pages and resources may call it. */
@NullMarked
package cloud.laurel.standing;

import org.jspecify.annotations.NullMarked;
