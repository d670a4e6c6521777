/**
 * Official-looking documents from one model, as DOCX and PDF, in the measures of GB/T 9704; every
 * feature with something to hand out may call it.
 */
@NullMarked
package cloud.laurel.document;

import org.jspecify.annotations.NullMarked;
