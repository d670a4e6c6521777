/**
 * The result of a campaign (活动结果): the frozen figures that selection, public notice and bulletin
 * rest on. Services and pages of those features call it.
 */
@NullMarked
package cloud.laurel.result;

import org.jspecify.annotations.NullMarked;
