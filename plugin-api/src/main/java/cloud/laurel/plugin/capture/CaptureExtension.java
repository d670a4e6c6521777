package cloud.laurel.plugin.capture;

import cloud.laurel.plugin.ActionPlugin;
import cloud.laurel.plugin.ActionPublisher;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.Problem;
import cloud.laurel.plugin.Publishes;
import cloud.laurel.plugin.exchange.Directories;
import cloud.laurel.plugin.exchange.HealthBean;
import cloud.laurel.plugin.outbox.OutboxSettings;
import cloud.laurel.plugin.outbox.OutboxSetup;
import cloud.laurel.plugin.outbox.OutboxWriter;
import cloud.laurel.plugin.outbox.ServerResources;
import cloud.laurel.plugin.outbox.SettingsReader;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.interceptor.InvocationContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hooks a deployment's beans when it starts. One instance per deployment, made by the server.
 *
 * <p>No observer lets an exception out: Laurel never fails a platform's deployment.
 */
public class CaptureExtension implements Extension {

  private static final Logger LOG = Logger.getLogger(CaptureExtension.class);

  private final Object token = new Object();
  private final Hooks hooks = new Hooks();
  private final InstantSource clock = InstantSource.system();
  private String deployment = "";
  private CaptureSettings settings = new CaptureSettings(Map.of());
  private List<Problem> problems = List.of();
  private @Nullable OutboxSettings outbox;
  private @Nullable OutboxSetup setup;
  private @Nullable OutboxWriter writer;
  private boolean publisherInjected;

  /**
   * A class of the deployment: CDI puts a bean into the archive of its bean class, and the server's
   * health extension does not see the archive of this module.
   */
  private Class<?> anchor = CaptureHealth.class;

  private boolean bringsPlugin;

  /** For the container. */
  public CaptureExtension() {}

  void begin(@Observes BeforeBeanDiscovery event) {
    guarded(
        () -> {
          deployment = DeploymentName.current();
          SettingsReader reader =
              SettingsReader.of(
                  ConfigProvider.getConfig(Thread.currentThread().getContextClassLoader()));
          settings = CaptureSettings.read(reader);
          OutboxSettings read = OutboxSettings.read(reader);
          outbox = read;
          Supplier<DataSource> datasource = ServerResources.datasource(read.datasource());
          OutboxSetup preparing = new OutboxSetup(read, datasource, clock);
          setup = preparing;
          writer =
              new OutboxWriter(read, preparing, datasource, ServerResources.transactions(), clock);
          problems = reader.problems();
          event.addInterceptorBinding(Captured.class);
          event.addAnnotatedType(CaptureInterceptor.class, CaptureInterceptor.class.getName());
        });
  }

  <T> void hookConfigured(@Observes ProcessAnnotatedType<T> event) {
    if (settings.hooks().isEmpty()) {
      return;
    }
    guarded(
        () -> {
          Class<T> type = event.getAnnotatedType().getJavaClass();
          for (String name : Hooks.names(type)) {
            settings
                .hooks()
                .forEach(
                    (configured, list) -> {
                      int hash = configured.indexOf('#');
                      if (configured.substring(0, hash).equals(name)) {
                        String method = configured.substring(hash + 1);
                        hook(
                            event,
                            m -> m.getJavaMember().getName().equals(method),
                            configured,
                            list);
                      }
                    });
          }
        });
  }

  <T> void hookAnnotated(
      @Observes @WithAnnotations(Publishes.class) ProcessAnnotatedType<T> event) {
    guarded(
        () -> {
          Class<T> type = event.getAnnotatedType().getJavaClass();
          for (AnnotatedMethod<? super T> method : event.getAnnotatedType().getMethods()) {
            Publishes annotation = method.getAnnotation(Publishes.class);
            if (annotation != null) {
              String name = type.getSimpleName() + "#" + method.getJavaMember().getName();
              hook(event, method::equals, "", List.of(Hook.of(name, annotation)));
            }
          }
        });
  }

  private <T> void hook(
      ProcessAnnotatedType<T> event,
      Predicate<AnnotatedMethod<? super T>> wanted,
      String configured,
      List<Hook> list) {
    Class<T> type = event.getAnnotatedType().getJavaClass();
    for (AnnotatedMethod<? super T> method : event.getAnnotatedType().getMethods()) {
      if (!wanted.test(method) || method.getJavaMember().isBridge()) {
        continue;
      }
      String place = type.getName() + "#" + method.getJavaMember().getName();
      if (!Hooks.interceptable(type, method.getJavaMember())) {
        LOG.warnf("LRL-01003: %s in %s is final, private or static: not hooked", place, deployment);
        continue;
      }
      for (Hook hook : list) {
        ActionMaker maker =
            new ActionMaker(
                hook, principal -> Directories.shared().accountOf(principal).orElse(principal));
        HookBook.Entry entry = new HookBook.Entry(hook.name(), configured, deployment, place);
        hooks.add(type, method.getJavaMember(), new HookedMethod(maker, entry));
      }
      event
          .configureAnnotatedType()
          .filterMethods(m -> m.getJavaMember().equals(method.getJavaMember()))
          .forEach(m -> m.add(CapturedLiteral.INSTANCE));
    }
  }

  void confirm(@Observes ProcessManagedBean<?> event) {
    guarded(
        () -> {
          Class<?> type = event.getBean().getBeanClass();
          boolean plugin = ActionPlugin.class.isAssignableFrom(type);
          bringsPlugin |= plugin;
          if (hooks.confirm(type) || plugin) {
            anchor = type;
          }
        });
  }

  void publisherWanted(@Observes ProcessInjectionPoint<?, ActionPublisher> event) {
    publisherInjected = true;
    anchor = event.getInjectionPoint().getMember().getDeclaringClass();
  }

  void addBeans(@Observes AfterBeanDiscovery event) {
    guarded(
        () -> {
          event
              .<ActionPublisher>addBean()
              .id("cloud.laurel.plugin.ActionPublisher")
              .beanClass(ActionPublisher.class)
              .types(ActionPublisher.class, Object.class)
              .scope(Dependent.class)
              .createWith(context -> (ActionPublisher) this::publish);
          if (needsOutbox() || bringsPlugin) {
            event.addBean(new HealthBean(anchor, this::health));
          }
        });
  }

  void start(@Observes AfterDeploymentValidation event) {
    guarded(
        () -> {
          problems.forEach(
              p -> LOG.errorf("LRL-01001: setting %s %s; left out", p.field(), p.problem()));
          List<HookBook.Entry> entries =
              hooks.confirmed().stream().map(HookedMethod::entry).toList();
          if (!entries.isEmpty()) {
            HookBook.SHARED.enter(token, entries);
            LOG.infof("LRL-01002: %s: %d methods hooked", deployment, entries.size());
          }
          if (needsOutbox()) {
            Objects.requireNonNull(setup).prepare();
          }
        });
  }

  void stop(@Observes BeforeShutdown event) {
    HookBook.SHARED.strike(token);
  }

  private boolean needsOutbox() {
    return publisherInjected || !hooks.confirmed().isEmpty();
  }

  private CaptureHealth health() {
    return new CaptureHealth(
        deployment,
        settings,
        problems,
        hooks,
        Objects.requireNonNull(outbox),
        Objects.requireNonNull(writer));
  }

  /** A hooked method has returned; never throws. */
  void returned(InvocationContext context, @Nullable Object result, BeanManager manager) {
    guarded(
        () -> {
          List<HookedMethod> hooked = hooks.of(context.getTarget().getClass(), context.getMethod());
          if (hooked.isEmpty() || !Objects.requireNonNull(writer).wanted()) {
            return;
          }
          Call call = new Call(Caller.name(manager), context.getParameters(), result);
          Instant now = clock.instant();
          hooked.forEach(hook -> hook.make(call, now).ifPresent(this::publish));
        });
  }

  private void publish(PlatformAction action) {
    guarded(() -> Objects.requireNonNull(writer).write(action));
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | LinkageError e) {
      LOG.errorf(e, "LRL-01004: %s: capture failed, the platform goes on without it", deployment);
    }
  }
}
