/**
 * What the deployments of one server offer one another through this module, pages and directories,
 * forgotten with the deployment that offered it; platform code and plugins inject {@link
 * cloud.laurel.plugin.PluginPages} and {@link cloud.laurel.plugin.exchange.Directories}.
 */
@NullMarked
package cloud.laurel.plugin.exchange;

import org.jspecify.annotations.NullMarked;
