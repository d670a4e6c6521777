package cloud.laurel.plugin.delivery;

import cloud.laurel.plugin.ActionPlugin;
import cloud.laurel.plugin.Problem;
import cloud.laurel.plugin.exchange.HealthBean;
import cloud.laurel.plugin.outbox.OutboxSettings;
import cloud.laurel.plugin.outbox.ServerResources;
import cloud.laurel.plugin.outbox.SettingsReader;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.interceptor.Interceptor;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/**
 * Starts the relay of a deployment that brings an {@link ActionPlugin} and stops it with the
 * deployment. One instance per deployment, made by the server.
 */
public class DeliveryExtension implements Extension {

  private static final Logger LOG = Logger.getLogger(DeliveryExtension.class);

  private final InstantSource clock = InstantSource.system();
  private final List<Delivery> running = new CopyOnWriteArrayList<>();
  private boolean bringsPlugin;

  /** A class of the deployment, whose archive the server's health extension sees. */
  private Class<?> anchor = DeliveryHealth.class;

  /** For the container. */
  public DeliveryExtension() {}

  void plugin(@Observes ProcessBean<?> event) {
    if (event.getBean().getTypes().contains(ActionPlugin.class)) {
      bringsPlugin = true;
      anchor = event.getBean().getBeanClass();
    }
  }

  void addBeans(@Observes AfterBeanDiscovery event) {
    if (!bringsPlugin) {
      return;
    }
    try {
      event
          .<Outbox>addBean()
          .id("cloud.laurel.plugin.delivery.Outbox")
          .beanClass(Outbox.class)
          .types(Outbox.class, Object.class)
          .scope(Dependent.class)
          .createWith(context -> outbox());
      event.addBean(new HealthBean(anchor, () -> this::health));
    } catch (RuntimeException | LinkageError e) {
      LOG.errorf(e, "LRL-02003: this deployment goes without outbox and health check");
    }
  }

  /** Late, so that the plugin's own start comes first. */
  void start(
      @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_AFTER)
          Object event,
      BeanManager manager) {
    if (!bringsPlugin || !running.isEmpty()) {
      return;
    }
    try {
      Config config = ConfigProvider.getConfig(Thread.currentThread().getContextClassLoader());
      for (Bean<?> bean : manager.getBeans(ActionPlugin.class, Any.Literal.INSTANCE)) {
        ActionPlugin plugin =
            (ActionPlugin)
                manager.getReference(
                    bean, ActionPlugin.class, manager.createCreationalContext(bean));
        Delivery delivery = Delivery.of(plugin, SettingsReader.of(config), clock);
        running.add(delivery);
        delivery.start();
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.errorf(e, "LRL-02004: the relay did not start, actions wait in the outbox");
    }
  }

  /** Before the deployment's components go. */
  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    stopAll();
  }

  void shutdown(@Observes BeforeShutdown event) {
    stopAll();
  }

  private void stopAll() {
    List<Delivery> ending = new ArrayList<>(running);
    running.clear();
    ending.forEach(Delivery::stop);
  }

  private Outbox outbox() {
    OutboxSettings settings = OutboxSettings.read(SettingsReader.of(ConfigProvider.getConfig()));
    return new Outbox(
        running.isEmpty() ? settings.plugins().get(0) : running.get(0).name(),
        settings.plugins(),
        ServerResources.datasource(settings.datasource()),
        work -> ServerResources.transactions().get().outside(work),
        clock);
  }

  private HealthCheckResponse health() {
    List<Delivery> deliveries = new ArrayList<>(running);
    Optional<Problem> missing =
        deliveries.isEmpty()
            ? Optional.of(new Problem("relay", "is not running"))
            : Optional.empty();
    SettingsReader reader = SettingsReader.of(ConfigProvider.getConfig());
    DeliverySettings settings = DeliverySettings.read(reader);
    List<Problem> problems = new ArrayList<>(missing.stream().toList());
    deliveries.forEach(delivery -> problems.addAll(delivery.problems()));
    return new DeliveryHealth(
            deliveries.isEmpty() ? "" : deliveries.get(0).name(),
            outbox(),
            settings,
            problems,
            () -> deliveries.stream().map(Delivery::away).flatMap(Optional::stream).findFirst(),
            clock::instant)
        .call();
  }
}
