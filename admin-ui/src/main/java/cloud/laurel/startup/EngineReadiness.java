package cloud.laurel.startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether the engine can judge: it has started and its database answers. */
@Readiness
@ApplicationScoped
public class EngineReadiness implements HealthCheck {

  @Inject private EngineHost host;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("laurel-engine").status(host.isReady()).build();
  }
}
