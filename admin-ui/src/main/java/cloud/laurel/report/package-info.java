/** Progress reports as page, DOCX and PDF. */
@NullMarked
package cloud.laurel.report;

import org.jspecify.annotations.NullMarked;
