/**
 * Starts and stops the engine with the deployment and hands its services to pages and resources.
 */
@NullMarked
package cloud.laurel.startup;

import org.jspecify.annotations.NullMarked;
