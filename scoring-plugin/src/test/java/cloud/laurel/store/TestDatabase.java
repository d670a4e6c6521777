package cloud.laurel.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The two databases every database test runs on; each call makes an empty, migrated one. */
public enum TestDatabase {
  H2 {
    @Override
    DataSource create(int number) {
      return JdbcConnectionPool.create(
          "jdbc:h2:mem:laurel"
              + number
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=30000",
          "sa",
          "");
    }
  },
  POSTGRESQL {
    @Override
    DataSource create(int number) {
      EmbeddedPostgres postgres = Server.POSTGRES;
      String name = "laurel" + number;
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      PGSimpleDataSource dataSource = (PGSimpleDataSource) postgres.getDatabase("postgres", name);
      dataSource.setReWriteBatchedInserts(true);
      dataSource.setOptions("-c random_page_cost=1.1");
      return dataSource;
    }
  };

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A new, migrated database of its own. */
  public Database fresh() {
    Database database = new Database(create(COUNT.incrementAndGet()));
    database.migrate();
    return database;
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
    Database database = new Database(dataSource);
    database.migrate();
    return database;
  }

  abstract DataSource create(int number);

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
