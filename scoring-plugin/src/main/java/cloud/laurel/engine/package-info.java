/** Puts the features together, once, for the server and for tests alike. */
@NullMarked
package cloud.laurel.engine;

import org.jspecify.annotations.NullMarked;
