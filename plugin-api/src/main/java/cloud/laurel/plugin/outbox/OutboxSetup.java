package cloud.laurel.plugin.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Makes sure that the outbox table is there, and tries again later while the database is away. */
public final class OutboxSetup {

  private static final Logger LOG = Logger.getLogger(OutboxSetup.class);
  private static final long SECONDS_BETWEEN_TRIES = 5;

  private final OutboxSettings settings;
  private final Supplier<DataSource> datasource;
  private final InstantSource clock;
  private volatile boolean ready;
  private volatile Instant lastTry = Instant.EPOCH;

  /** Works on the settings' datasource. */
  public OutboxSetup(
      OutboxSettings settings, Supplier<DataSource> datasource, InstantSource clock) {
    this.settings = settings;
    this.datasource = datasource;
    this.clock = clock;
  }

  /** Whether the table was there once. */
  public boolean ready() {
    return ready;
  }

  /** The table could not be used: looks again before the next use, but not too often. */
  public void doubt() {
    ready = false;
  }

  /** Creates what is missing, if the last try is not too recent; call it without a transaction. */
  public boolean prepare() {
    if (!ready && clock.instant().isAfter(lastTry.plusSeconds(SECONDS_BETWEEN_TRIES))) {
      lastTry = clock.instant();
      tryNow();
    }
    return ready;
  }

  private synchronized void tryNow() {
    try (Connection connection = datasource.get().getConnection()) {
      if (settings.createTable()) {
        createOrCheck(connection);
      } else {
        OutboxTable.check(connection);
      }
      ready = true;
    } catch (SQLException | RuntimeException e) {
      LOG.warnf(
          "LRL-01021: the outbox in %s is not usable yet, actions go to the spool %s: %s",
          settings.datasource(), settings.spool(), e);
    }
  }

  private static void createOrCheck(Connection connection) throws SQLException {
    try {
      OutboxTable.create(connection);
    } catch (SQLException e) {
      // another node may have been faster
      OutboxTable.check(connection);
    }
  }
}
