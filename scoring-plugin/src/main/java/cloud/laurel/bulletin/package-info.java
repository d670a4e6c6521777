/**
 * The bulletin (通报): composed of blocks, its figures from the result, released by a second officer.
 */
@NullMarked
package cloud.laurel.bulletin;

import org.jspecify.annotations.NullMarked;
