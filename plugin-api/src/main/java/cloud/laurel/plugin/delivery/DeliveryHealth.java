package cloud.laurel.plugin.delivery;

import cloud.laurel.plugin.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Says how far delivery is. DOWN when the platform's database is away, an action waits for longer
 * than {@code laurel.relay.oldest-waiting-s}, or a setting is wrong.
 */
final class DeliveryHealth implements HealthCheck {

  private final String plugin;
  private final Outbox outbox;
  private final DeliverySettings settings;
  private final List<Problem> problems;
  private final Supplier<Optional<String>> away;
  private final Supplier<Instant> now;

  DeliveryHealth(
      String plugin,
      Outbox outbox,
      DeliverySettings settings,
      List<Problem> problems,
      Supplier<Optional<String>> away,
      Supplier<Instant> now) {
    this.plugin = plugin;
    this.outbox = outbox;
    this.settings = settings;
    this.problems = List.copyOf(problems);
    this.away = away;
    this.now = now;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("laurel-delivery " + plugin);
    problems.forEach(p -> response.withData("setting " + p.field(), p.problem()));
    away.get().ifPresent(error -> response.withData("plugin takes nothing", error));
    boolean up = problems.isEmpty();
    try {
      for (Backlog backlog : outbox.status()) {
        String prefix = backlog.plugin() + " ";
        long age =
            backlog
                .oldestWaiting()
                .map(oldest -> Duration.between(oldest, now.get()).toSeconds())
                .orElse(0L);
        response
            .withData(prefix + "waiting", backlog.waiting())
            .withData(prefix + "oldest waiting, seconds", age)
            .withData(prefix + "parked", backlog.parked());
        up &= age <= settings.oldestWaiting().toSeconds();
      }
    } catch (Outbox.OutboxUnavailable e) {
      response.withData("outbox", String.valueOf(e.getMessage()));
      up = false;
    }
    return response.status(up).build();
  }
}
