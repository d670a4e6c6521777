package cloud.laurel.plugin.delivery;

import cloud.laurel.plugin.outbox.ServerResources;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;

/**
 * Managed threads with the context of the deployment that is being started (naming, class loader,
 * security).
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
    ClassLoader deployment = Thread.currentThread().getContextClassLoader();
    Runnable inContext = contexts.createContextualProxy(work, Runnable.class);
    return threads.newThread(
        () -> {
          Thread.currentThread().setContextClassLoader(deployment);
          inContext.run();
        });
  }
}
