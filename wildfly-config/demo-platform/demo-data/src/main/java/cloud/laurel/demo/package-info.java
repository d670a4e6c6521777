/**
 * Makes up the data that the demo starts with; run once as a program before the server's first
 * start, called by nobody else.
 */
@NullMarked
package cloud.laurel.demo;

import org.jspecify.annotations.NullMarked;
