/**
 * The bureau's desk for certificates: issue with its report of names, orders on their way, the
 * register, and what is done about a single one.
 */
@NullMarked
package cloud.laurel.certificate;

import org.jspecify.annotations.NullMarked;
