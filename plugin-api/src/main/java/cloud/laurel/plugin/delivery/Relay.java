package cloud.laurel.plugin.delivery;

import cloud.laurel.plugin.ActionPlugin;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformActionJson;
import cloud.laurel.plugin.delivery.OutboxQueue.Row;
import cloud.laurel.plugin.outbox.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Brings a plugin what is due for it: claims a batch, offers it, deletes what was delivered, and
 * commits, all on one connection of its own outside JTA, so that the plugin's transactions have
 * nothing to join. Safe for use by several threads.
 */
final class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class);

  private final ActionPlugin plugin;
  private final String name;
  private final DeliverySettings settings;
  private final OutboxQueue queue;
  private final Connections connections;
  private final InstantSource clock;
  private final BooleanSupplier stopping;
  private final Availability availability;
  private final Random random = new Random();

  Relay(
      ActionPlugin plugin,
      DeliverySettings settings,
      Connections connections,
      InstantSource clock,
      BooleanSupplier stopping) {
    this.plugin = plugin;
    this.settings = settings;
    this.name = plugin.name();
    this.queue = new OutboxQueue(name);
    this.connections = connections;
    this.clock = clock;
    this.stopping = stopping;
    this.availability = new Availability(settings);
  }

  Availability availability() {
    return availability;
  }

  String name() {
    return name;
  }

  /**
   * Delivers one batch.
   *
   * @return how many rows were claimed; 0 also while the plugin is away
   * @throws SQLException when the outbox fails; what was delivered may then come again
   */
  int deliver() throws SQLException {
    if (availability.paused(clock.instant())) {
      return 0;
    }
    try (Connection connection = connections.open()) {
      connection.setAutoCommit(false);
      try {
        List<Row> rows = queue.claim(connection, settings.batchSize(), clock.instant());
        if (!rows.isEmpty()) {
          deliver(connection, rows);
        }
        connection.commit();
        return rows.size();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /** Prepares the database for a backlog that has just been found. */
  void expectBacklog() throws SQLException {
    try (Connection connection = connections.open()) {
      OutboxQueue.analyze(connection);
    }
  }

  private void deliver(Connection connection, List<Row> rows) throws SQLException {
    Map<String, Row> byId = new HashMap<>();
    List<PlatformAction> actions = new ArrayList<>(rows.size());
    for (Row row : rows) {
      byId.put(row.id(), row);
      try {
        actions.add(parse(row));
      } catch (RuntimeException e) {
        park(connection, row, row.attempts(), "the payload is not an action: " + e.getMessage());
      }
    }
    if (actions.isEmpty()) {
      return;
    }
    Offering.Outcome outcome = new Offering(plugin, random).offer(actions);
    queue.delete(connection, outcome.delivered());
    if (!outcome.delivered().isEmpty()) {
      availability.tookSomething();
    }
    if (outcome.away().isPresent() && stopping.getAsBoolean()) {
      // a plugin that is being stopped may fail in any way
      return;
    }
    boolean blameless = outcome.away().isPresent();
    for (Map.Entry<String, String> blamed : outcome.blamed().entrySet()) {
      if (outcome.away().isEmpty() || availability.countsAgainst(blamed.getKey())) {
        fail(connection, Objects.requireNonNull(byId.get(blamed.getKey())), blamed.getValue());
        blameless = false;
      }
    }
    if (blameless) {
      String error = outcome.away().orElseThrow();
      availability.tookNothing(error, clock.instant());
      LOG.warnf(
          "LRL-02011: plugin %s takes nothing, it is left alone for a while: %s", name, error);
    }
  }

  private static PlatformAction parse(Row row) {
    PlatformAction action = PlatformActionJson.parse(row.payload());
    if (!action.id().equals(row.id())) {
      throw new IllegalArgumentException("its id is " + action.id());
    }
    return action;
  }

  private void fail(Connection connection, Row row, String error) throws SQLException {
    int attempts = row.attempts() + 1;
    if (attempts >= settings.maxAttempts()) {
      park(connection, row, attempts, error);
    } else {
      Instant until = clock.instant().plus(settings.retryAfter(attempts));
      queue.postpone(connection, row.id(), attempts, error, until);
      LOG.infof("LRL-02012: plugin %s failed on action %s: %s", name, row.id(), error);
    }
  }

  private void park(Connection connection, Row row, int attempts, String error)
      throws SQLException {
    queue.park(connection, row.id(), attempts, error, clock.instant());
    LOG.warnf("LRL-02013: action %s is parked for plugin %s: %s", row.id(), name, error);
  }
}
