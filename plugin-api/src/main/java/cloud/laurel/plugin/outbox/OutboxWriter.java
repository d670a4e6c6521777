package cloud.laurel.plugin.outbox;

import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformActionJson;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Writes actions to the outbox so that they share the fate of the caller's transaction, and to the
 * spool when the outbox cannot be written. Never throws because of the outbox.
 */
public final class OutboxWriter {

  private static final Logger LOG = Logger.getLogger(OutboxWriter.class);

  private final OutboxSettings settings;
  private final OutboxSetup setup;
  private final OutboxTable table;
  private final Supplier<DataSource> datasource;
  private final Supplier<Transactions> transactions;
  private final InstantSource clock;
  private final AtomicLong spooled = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  /** Writes where the settings say; datasource and transactions are looked up at each use. */
  public OutboxWriter(
      OutboxSettings settings,
      OutboxSetup setup,
      Supplier<DataSource> datasource,
      Supplier<Transactions> transactions,
      InstantSource clock) {
    this.settings = settings;
    this.setup = setup;
    this.table = new OutboxTable(settings.plugins());
    this.datasource = datasource;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Whether an action of now could be written: not when the transaction is to roll back. */
  public boolean wanted() {
    Transactions current = transactions.get();
    return current.none() || current.active();
  }

  /** Writes an action in the caller's transaction, or at once when there is none. */
  public void write(PlatformAction action) {
    Transactions current = transactions.get();
    if (current.none()) {
      writeAlone(action);
    } else if (current.active()) {
      writeJoined(current, action);
    }
    // else the transaction is bound to roll back, and the action with it
  }

  private void writeAlone(PlatformAction action) {
    setup.prepare();
    try (Connection connection = datasource.get().getConnection()) {
      table.insert(connection, action, clock.instant());
      Wakeup.SHARED.ring();
    } catch (SQLException | RuntimeException e) {
      setup.doubt();
      spool(action, e);
    }
  }

  private void writeJoined(Transactions current, PlatformAction action) {
    if (!setup.ready()) {
      current.outside(setup::prepare);
    }
    try (Connection connection = datasource.get().getConnection()) {
      table.insertGuarded(connection, action, clock.instant());
      current.wakeAfterCommit();
    } catch (SQLException | RuntimeException e) {
      setup.doubt();
      current.afterCommit(() -> spool(action, e));
    }
  }

  private void spool(PlatformAction action, Exception cause) {
    try {
      Spool.in(settings.spool()).append(action);
      LOG.warnf(
          "LRL-01022: action %s went to the spool, the outbox failed: %s", action.id(), cause);
      spooled.incrementAndGet();
    } catch (IOException | RuntimeException e) {
      // the log is the last place where the action can be kept
      lost.incrementAndGet();
      LOG.errorf(
          e,
          "LRL-01023: neither outbox (%s) nor spool took this action, give it to POST /actions: %s",
          cause,
          PlatformActionJson.toJson(action));
    }
  }

  /** Actions of this deployment that went to the spool since it started. */
  public long spooled() {
    return spooled.get();
  }

  /** Actions of this deployment that only the log has. */
  public long lost() {
    return lost.get();
  }
}
