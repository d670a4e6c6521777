/**
 * What pages and resources share: the JAX-RS application, problem details, request bodies, who is
 * calling, language and theme. Every feature of this module may call it.
 */
@NullMarked
package cloud.laurel.web;

import org.jspecify.annotations.NullMarked;
