package cloud.laurel.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The plugin's own database, H2 or PostgreSQL, one SQL for both. Its transactions are its own: the
 * datasource is not a JTA one, because nothing here ever has to commit together with the platform.
 */
public class Database {

  private static final Logger LOG = Logger.getLogger(Database.class.getName());

  /** Two transactions met; the second finds everything in order when it starts again. */
  private static final Set<String> COLLISIONS =
      Set.of("23505", "40001", "40P01", "HYT00", "90131", "55P03");

  private static final int ATTEMPTS = 8;

  /** Bytes; rewriting the rest of the file takes seconds. */
  private static final long WORTH_COMPACTING = 64L << 20;

  private final DataSource dataSource;
  private final Jdbi jdbi;

  /** Opens the database behind a datasource; nothing is migrated yet. */
  public Database(DataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbi = Jdbi.create(dataSource);
    jdbi.setSqlLogger(new StatementCount());
    jdbi.registerArrayType(String.class, "varchar");
    jdbi.registerArrayType(Integer.class, "integer");
    jdbi.registerArrayType(Long.class, "bigint");
    jdbi.registerArrayType(UUID.class, "uuid");
  }

  /** Brings the schema up to date; waits for another node that is doing so. */
  public void migrate() {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:cloud/laurel/store/migration")
        .table("laurel_schema_history")
        .load()
        .migrate();
  }

  /**
   * Runs one transaction: commits on return, rolls back on an exception. When it collides with
   * another one it is run again, so {@code work} must start from nothing each time.
   */
  public <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws X {
    return inTransaction(TransactionIsolationLevel.READ_COMMITTED, work);
  }

  private <T, X extends Exception> T inTransaction(
      TransactionIsolationLevel isolation, HandleCallback<T, X> work) throws X {
    for (int attempt = 1; ; attempt++) {
      try {
        return jdbi.inTransaction(isolation, work);
      } catch (JdbiException e) {
        if (attempt == ATTEMPTS || !collision(e)) {
          throw e;
        }
        LOG.log(Level.FINE, "LRL-03001 transaction runs again after a collision", e);
      }
    }
  }

  /**
   * Runs one transaction that sees the database as it was at its first statement, whatever is
   * committed meanwhile. Run again after a collision, as {@link #inTransaction} is.
   */
  public <T, X extends Exception> T inSnapshot(HandleCallback<T, X> work) throws X {
    return inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work);
  }

  /** Runs one transaction without a result. */
  public <X extends Exception> void useTransaction(HandleConsumer<X> work) throws X {
    this.<Object, X>inTransaction(
        tx -> {
          work.useHandle(tx);
          return Boolean.TRUE;
        });
  }

  /**
   * Gives back the space that much writing leaves behind in the embedded database's file, many
   * times the data's own. It closes the database; the next connection opens it again. Nothing to do
   * elsewhere.
   */
  public void compact() {
    compact(0);
  }

  /**
   * Likewise, but only when most of a large file is such space. For the start, when nobody else
   * works on it.
   */
  public void compactWhenItPays() {
    compact(WORTH_COMPACTING);
  }

  /**
   * Compacts an embedded file.
   *
   * @param leastWaste bytes that this must be worth
   */
  void compact(long leastWaste) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      if (connection.getMetaData().getURL().startsWith("jdbc:h2:file:")
          && waste(statement) >= leastWaste) {
        statement.execute("SHUTDOWN COMPACT");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("LRL-03002 the embedded database cannot be compacted", e);
    }
  }

  /** Bytes of the file that hold nothing, when they are more than half of it. */
  private static long waste(Statement statement) throws SQLException {
    try (ResultSet sizes =
        statement.executeQuery(
            "SELECT size, size * fill * chunks / 10000 FROM (SELECT"
                + " max(CASE WHEN setting_name = 'info.FILE_SIZE' THEN n END) AS size,"
                + " max(CASE WHEN setting_name = 'info.FILL_RATE' THEN n END) AS fill,"
                + " max(CASE WHEN setting_name = 'info.CHUNKS_FILL_RATE' THEN n END) AS chunks"
                + " FROM (SELECT setting_name, CAST(setting_value AS BIGINT) AS n"
                + " FROM information_schema.settings WHERE setting_name IN"
                + " ('info.FILE_SIZE', 'info.FILL_RATE', 'info.CHUNKS_FILL_RATE')) s) t")) {
      sizes.next();
      long waste = sizes.getLong(1) - sizes.getLong(2);
      return waste * 2 > sizes.getLong(1) ? waste : 0;
    }
  }

  /** Reads on one connection, each statement for itself. */
  public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
    return jdbi.withHandle(work);
  }

  private static boolean collision(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && COLLISIONS.contains(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
