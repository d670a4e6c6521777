package cloud.laurel.plugin.outbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** The two databases that the outbox works on; each call makes one with an empty outbox. */
public enum TestDatabase {
  H2 {
    @Override
    DataSource create(int number) {
      return JdbcConnectionPool.create(
          "jdbc:h2:mem:outbox"
              + number
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1",
          "sa",
          "");
    }
  },
  POSTGRESQL {
    @Override
    DataSource create(int number) throws SQLException {
      String name = "outbox" + number;
      try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      }
      return Server.POSTGRES.getDatabase("postgres", name);
    }
  };

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A new database with an empty outbox. */
  public DataSource fresh() {
    try {
      DataSource datasource = create(COUNT.incrementAndGet());
      try (Connection connection = datasource.getConnection()) {
        OutboxTable.create(connection);
      }
      return datasource;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  abstract DataSource create(int number) throws SQLException;

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
