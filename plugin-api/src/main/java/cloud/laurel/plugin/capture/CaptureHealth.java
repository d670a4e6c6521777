package cloud.laurel.plugin.capture;

import cloud.laurel.plugin.Problem;
import cloud.laurel.plugin.outbox.OutboxSettings;
import cloud.laurel.plugin.outbox.OutboxWriter;
import cloud.laurel.plugin.outbox.Spool;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Says what is hooked on this server and whether capture works in this deployment.
 *
 * <p>DOWN when the spool holds actions or cannot be written, an action went only to the log, or a
 * setting is wrong. A configured method that no deployment has is a warning in the data, because
 * deployments come in any order.
 */
final class CaptureHealth implements HealthCheck {

  private final String deployment;
  private final CaptureSettings settings;
  private final List<Problem> problems;
  private final Hooks hooks;
  private final OutboxSettings outbox;
  private final OutboxWriter writer;

  CaptureHealth(
      String deployment,
      CaptureSettings settings,
      List<Problem> problems,
      Hooks hooks,
      OutboxSettings outbox,
      OutboxWriter writer) {
    this.deployment = deployment;
    this.settings = settings;
    this.problems = problems;
    this.hooks = hooks;
    this.outbox = outbox;
    this.writer = writer;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("laurel-capture " + deployment);
    HookBook.SHARED
        .placesByHook()
        .forEach((hook, places) -> response.withData("hooked " + hook, String.join(", ", places)));
    List<String> missing =
        settings.hooks().keySet().stream().filter(m -> !HookBook.SHARED.found(m)).sorted().toList();
    if (!missing.isEmpty()) {
      response.withData("warning: not found", String.join(", ", missing));
    }
    hooks
        .failing()
        .forEach(
            (name, hooked) ->
                response.withData(
                    "failed " + name, hooked.failures() + " times, last: " + hooked.lastFailure()));
    problems.forEach(p -> response.withData("setting " + p.field(), p.problem()));
    Spool spool = Spool.in(outbox.spool());
    boolean writable = spool.writable();
    boolean inUse = spool.inUse();
    response
        .withData("spool", inUse ? "in use" : writable ? "empty" : "not writable")
        .withData("spool folder", spool.folder().toString())
        .withData("spooled", writer.spooled())
        .withData("only in the log", writer.lost());
    boolean up = problems.isEmpty() && writable && !inUse && writer.lost() == 0;
    return response.status(up).build();
  }
}
