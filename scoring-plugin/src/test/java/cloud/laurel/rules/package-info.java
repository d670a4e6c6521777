/** Each rule of the design in its own words, one class a rule. */
@NullMarked
package cloud.laurel.rules;

import org.jspecify.annotations.NullMarked;
