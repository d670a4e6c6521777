/** Tests of the demo's data, mostly read back from the files. */
@NullMarked
package cloud.laurel.demo;

import org.jspecify.annotations.NullMarked;
