package cloud.laurel.startup;

import cloud.laurel.plugin.ActionPlugin;
import cloud.laurel.plugin.PlatformAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Receives the platform's actions from the relay. */
@ApplicationScoped
public class ScoringActionPlugin implements ActionPlugin {

  @Inject private EngineHost host;

  @Override
  public String name() {
    return "laurel";
  }

  @Override
  public void onActions(List<PlatformAction> batch) {
    host.engine().intake().accept(batch);
  }
}
