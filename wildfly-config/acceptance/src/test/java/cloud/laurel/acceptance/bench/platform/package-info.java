/** The small platform that the benchmark deploys beside Laurel. */
@NullMarked
package cloud.laurel.acceptance.bench.platform;

import org.jspecify.annotations.NullMarked;
