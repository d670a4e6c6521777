/** Progress reports (进度通报): made at a moment, compared with the one before, readable for ever. */
@NullMarked
package cloud.laurel.report;

import org.jspecify.annotations.NullMarked;
