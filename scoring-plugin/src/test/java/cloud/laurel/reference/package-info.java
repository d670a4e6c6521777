/** A second, plain implementation of the rules, and random histories to hold the engine against. */
@NullMarked
package cloud.laurel.reference;

import org.jspecify.annotations.NullMarked;
