/** What {@code mvn -Pbench verify} measures: ratios within one run, on PostgreSQL. */
@NullMarked
package cloud.laurel.acceptance.bench;

import org.jspecify.annotations.NullMarked;
