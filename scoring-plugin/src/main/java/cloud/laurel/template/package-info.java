/**
 * What certificates look like: versions of templates that are never changed, what a template may
 * contain, and pictures of the issuer's seal, each released by a second officer. Called by the
 * pages of the bureau and by whoever prints.
 */
@NullMarked
package cloud.laurel.template;

import org.jspecify.annotations.NullMarked;
