/**
 * The plugin's database: connections, transactions and schema; repositories of every feature may
 * call it.
 */
@NullMarked
package cloud.laurel.store;

import org.jspecify.annotations.NullMarked;
