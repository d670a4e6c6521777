package cloud.laurel.plugin.exchange;

import cloud.laurel.plugin.PlatformDirectory;
import cloud.laurel.plugin.PluginPage;
import cloud.laurel.plugin.PluginPages;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Offers a deployment's pages and directory to the others and gives it what they offer. */
public class ExchangeExtension implements Extension {

  private static final Logger LOG = Logger.getLogger(ExchangeExtension.class);

  private final Object token = new Object();

  void addBeans(@Observes AfterBeanDiscovery event) {
    try {
      event
          .<PluginPages>addBean()
          .id("cloud.laurel.plugin.PluginPages")
          .beanClass(Offers.class)
          .types(PluginPages.class, Object.class)
          .scope(Dependent.class)
          .createWith(context -> Offers.SHARED);
      event
          .<Directories>addBean()
          .id("cloud.laurel.plugin.Directories")
          .beanClass(Directories.class)
          .types(Directories.class, Object.class)
          .scope(Dependent.class)
          .createWith(context -> Directories.shared());
    } catch (RuntimeException | LinkageError e) {
      LOG.errorf(e, "LRL-02042: this deployment goes without the platform's pages and directories");
    }
  }

  void offer(@Observes AfterDeploymentValidation event, BeanManager manager) {
    try {
      List<PluginPage> pages = new ArrayList<>();
      for (Bean<?> bean : manager.getBeans(PluginPage.class, Any.Literal.INSTANCE)) {
        CreationalContext<?> context = manager.createCreationalContext(bean);
        pages.add((PluginPage) manager.getReference(bean, PluginPage.class, context));
        context.release();
      }
      if (!pages.isEmpty()) {
        Offers.SHARED.offerPages(token, pages);
      }
      Set<Bean<?>> directories = manager.getBeans(PlatformDirectory.class, Any.Literal.INSTANCE);
      if (!directories.isEmpty()) {
        Bean<?> bean = manager.resolve(directories);
        Offers.SHARED.offerDirectory(
            token,
            (PlatformDirectory)
                manager.getReference(
                    bean, PlatformDirectory.class, manager.createCreationalContext(bean)));
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.errorf(e, "LRL-02043: what this deployment offers to the others is not taken");
    }
  }

  void withdraw(@Observes BeforeShutdown event) {
    Offers.SHARED.withdraw(token);
  }
}
