/**
 * The demo platform's teaching space: what teachers do every day, and the two things pupils do. A
 * platform that uses the plugin contract: one annotation, one call, the rest by configuration.
 */
@NullMarked
package cloud.laurel.demo.teaching;

import org.jspecify.annotations.NullMarked;
