package cloud.laurel.plugin.delivery;

import cloud.laurel.plugin.ActionPlugin;
import cloud.laurel.plugin.Problem;
import cloud.laurel.plugin.outbox.OutboxSettings;
import cloud.laurel.plugin.outbox.ServerResources;
import cloud.laurel.plugin.outbox.SettingsReader;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The delivery to one plugin, from the start of its deployment to its end. */
final class Delivery {

  private static final Logger LOG = Logger.getLogger(Delivery.class);

  private final CountDownLatch stop = new CountDownLatch(1);
  private final DeliverySettings settings;
  private final Relay relay;
  private final RelayWorkers workers;
  private final List<Problem> problems;

  private Delivery(
      DeliverySettings settings,
      OutboxSettings outbox,
      List<Problem> problems,
      ActionPlugin plugin,
      InstantSource clock) {
    this.settings = settings;
    this.problems = List.copyOf(problems);
    Supplier<DataSource> datasource = ServerResources.datasource(outbox.datasource());
    this.relay = new Relay(plugin, settings, datasource, clock, () -> stop.getCount() == 0);
    this.workers = new RelayWorkers(relay, settings, outbox, datasource, clock, stop);
  }

  static Delivery of(ActionPlugin plugin, SettingsReader reader, InstantSource clock) {
    DeliverySettings settings = DeliverySettings.read(reader);
    OutboxSettings outbox = OutboxSettings.read(reader);
    if (!outbox.plugins().contains(plugin.name())) {
      reader.problem(
          "laurel.outbox.plugins",
          "does not name " + plugin.name() + ", so that no actions are kept for it");
    }
    reader.problems().forEach(p -> LOG.errorf("LRL-02001: setting %s %s", p.field(), p.problem()));
    return new Delivery(settings, outbox, reader.problems(), plugin, clock);
  }

  void start() {
    workers.start(settings.workers(), new PluginThreads()::newThread);
    LOG.infof("LRL-02002: relay of plugin %s started, %d workers", name(), settings.workers());
  }

  void stop() {
    stop.countDown();
    workers.awaitEnd();
    LOG.infof("LRL-02006: relay of plugin %s stopped", name());
  }

  String name() {
    return relay.name();
  }

  List<Problem> problems() {
    return problems;
  }

  Optional<String> away() {
    return relay.availability().error();
  }
}
