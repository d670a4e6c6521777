/**
 * The contract between an education platform and its plugins; platform code, plugins and this
 * module's own {@code capture} and {@code delivery} may call it.
 */
@NullMarked
package cloud.laurel.plugin;

import org.jspecify.annotations.NullMarked;
