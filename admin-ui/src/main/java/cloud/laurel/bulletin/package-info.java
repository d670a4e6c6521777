/** The bulletin as page, JSON, DOCX and PDF. */
@NullMarked
package cloud.laurel.bulletin;

import org.jspecify.annotations.NullMarked;
