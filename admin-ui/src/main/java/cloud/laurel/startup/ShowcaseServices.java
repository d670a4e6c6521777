package cloud.laurel.startup;

import cloud.laurel.showcase.PublishingService;
import cloud.laurel.showcase.ShowcaseService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** The engine's services around cases, for pages and resources. */
@ApplicationScoped
public class ShowcaseServices {

  @Inject private EngineHost host;

  @Produces
  @Dependent
  ShowcaseService showcases() {
    return host.engine().showcases();
  }

  @Produces
  @Dependent
  PublishingService publishing() {
    return host.engine().publishing();
  }
}
