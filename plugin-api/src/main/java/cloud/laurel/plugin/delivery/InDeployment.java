package cloud.laurel.plugin.delivery;

import cloud.laurel.plugin.ActionPlugin;
import cloud.laurel.plugin.PlatformAction;
import java.util.List;

/**
 * Calls a plugin with its deployment's class loader as the context class loader, on a thread that
 * otherwise runs with this module's: threads that a database starts while the relay uses it live
 * on, and must not keep the deployment.
 *
 * @param plugin the plugin
 * @param loader its deployment's class loader
 */
record InDeployment(ActionPlugin plugin, ClassLoader loader) implements ActionPlugin {

  @Override
  public String name() {
    return plugin.name();
  }

  @Override
  public void onActions(List<PlatformAction> batch) {
    Thread thread = Thread.currentThread();
    ClassLoader caller = thread.getContextClassLoader();
    try {
      thread.setContextClassLoader(loader);
      plugin.onActions(batch);
    } finally {
      thread.setContextClassLoader(caller);
    }
  }
}
