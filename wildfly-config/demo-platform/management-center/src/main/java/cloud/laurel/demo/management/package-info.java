/**
 * The demo platform's management center: what a school's administrator does. It stands in for a
 * platform that was there before any plugin, and knows of none.
 */
@NullMarked
package cloud.laurel.demo.management;

import org.jspecify.annotations.NullMarked;
