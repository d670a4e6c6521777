package cloud.laurel.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The two databases every database test runs on; each call makes an empty one of the newest schema,
 * a copy of one that is migrated when it is first needed.
 */
public enum TestDatabase {
  H2 {
    @Override
    DataSource create(int number) {
      DataSource database = Script.database(number);
      execute(database, "RUNSCRIPT FROM '" + Script.FILE + "'");
      return database;
    }
  },
  POSTGRESQL {
    @Override
    DataSource create(int number) {
      String name = "laurel" + number;
      execute(
          Server.POSTGRES.getPostgresDatabase(),
          "CREATE DATABASE " + name + " TEMPLATE " + Server.MODEL);
      return Server.database(name);
    }
  };

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A new, migrated database of its own. */
  public Database fresh() {
    return new Database(create(COUNT.incrementAndGet()));
  }

  /** Likewise, for a test that does very much on it: its connections stay open. */
  public Database kept() {
    DataSource dataSource = create(COUNT.incrementAndGet());
    if (dataSource instanceof PGSimpleDataSource plain) {
      PGConnectionPoolDataSource pooled = new PGConnectionPoolDataSource();
      pooled.setUrl(plain.getUrl());
      pooled.setUser(plain.getUser());
      dataSource = JdbcConnectionPool.create(pooled);
    }
    return new Database(dataSource);
  }

  abstract DataSource create(int number);

  private static void execute(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Script {
    static final Path FILE = write();

    private static Path write() {
      try {
        Path file = Files.createTempFile("laurel", ".sql");
        file.toFile().deleteOnExit();
        DataSource model = database(0);
        new Database(model).migrate();
        execute(model, "SCRIPT NOSETTINGS TO '" + file + "'");
        return file;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static DataSource database(int number) {
      return JdbcConnectionPool.create(
          "jdbc:h2:mem:laurel"
              + number
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=30000",
          "sa",
          "");
    }
  }

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();
    static final String MODEL = "model";

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres started =
            EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
        execute(started.getPostgresDatabase(), "CREATE DATABASE " + MODEL);
        new Database(database(started, MODEL)).migrate();
        return started;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static DataSource database(String name) {
      return database(POSTGRES, name);
    }

    private static DataSource database(EmbeddedPostgres server, String name) {
      PGSimpleDataSource dataSource = (PGSimpleDataSource) server.getDatabase("postgres", name);
      dataSource.setReWriteBatchedInserts(true);
      dataSource.setOptions("-c random_page_cost=1.1");
      return dataSource;
    }
  }
}
