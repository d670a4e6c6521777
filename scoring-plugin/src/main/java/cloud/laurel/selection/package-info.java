/**
 * Selection (评选): who comes into question for a campaign's honours by the computed order, what
 * officers decide beside it, and what a second officer confirms. Pages and the packages that
 * announce the result call it.
 */
@NullMarked
package cloud.laurel.selection;

import org.jspecify.annotations.NullMarked;
