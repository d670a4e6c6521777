/** Starts and stops the provisioned server, for the run command and for the acceptance tests. */
@NullMarked
package cloud.laurel.server;

import org.jspecify.annotations.NullMarked;
