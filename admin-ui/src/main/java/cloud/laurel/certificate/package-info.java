/**
 * Certificates at the bureau's desk and over HTTP, and the press that the engine prints with. Pages
 * of the public are in {@code lookup}.
 */
@NullMarked
package cloud.laurel.certificate;

import org.jspecify.annotations.NullMarked;
