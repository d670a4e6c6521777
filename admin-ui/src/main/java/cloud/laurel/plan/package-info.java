/** Schools' plans and training logs on pages and as papers. */
@NullMarked
package cloud.laurel.plan;

import org.jspecify.annotations.NullMarked;
