package cloud.laurel.plugin.delivery;

import cloud.laurel.plugin.outbox.ServerResources;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;

/**
 * Managed threads with the context of the deployment that is being started (naming, security); the
 * class loader is this module's, see {@link InDeployment}.
 *
 * <p>Threads of their own rather than tasks of the default executor: the relay runs as long as the
 * deployment, and would take the executor's few threads from everybody else.
 */
final class PluginThreads {

  private final ContextService contexts =
      ServerResources.lookup("java:jboss/ee/concurrency/context/default", ContextService.class);
  private final ManagedThreadFactory threads =
      ServerResources.lookup(
          "java:jboss/ee/concurrency/factory/default", ManagedThreadFactory.class);

  Thread newThread(Runnable work) {
    Runnable inModule =
        () -> {
          Thread.currentThread().setContextClassLoader(PluginThreads.class.getClassLoader());
          work.run();
        };
    return threads.newThread(contexts.createContextualProxy(inModule, Runnable.class));
  }
}
