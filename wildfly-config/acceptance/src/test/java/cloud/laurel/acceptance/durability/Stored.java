package cloud.laurel.acceptance.durability;

import cloud.laurel.acceptance.fixture.Postgres;
import cloud.laurel.acceptance.fixture.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * What lies in the databases themselves, read past the server.
 *
 * @param laurel the plugin's
 * @param platform the platform's
 */
record Stored(DataSource laurel, DataSource platform) {

  /** The embedded ones; the server must have stopped. */
  static Stored of(TestServer server) {
    return new Stored(file(server.dataDir(), "laurel"), file(server.dataDir(), "platform"));
  }

  static Stored of(Postgres postgres) {
    return new Stored(postgres.database("laurel"), postgres.database("platform"));
  }

  private static DataSource file(Path folder, String name) {
    JdbcDataSource file = new JdbcDataSource();
    file.setURL("jdbc:h2:file:" + folder.resolve(name) + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
    file.setUser("sa");
    file.setPassword("sa");
    return file;
  }

  /** Ids of the journal. */
  List<String> journal() {
    return column(laurel, "SELECT id FROM action_journal");
  }

  /** What waits in the outbox or is parked there. */
  List<String> outbox() {
    return column(platform, "SELECT id FROM laurel_outbox");
  }

  /** What the platform itself has kept of the teachers' work. */
  List<String> works() {
    return column(platform, "SELECT id FROM ts_work WHERE task = 'MARKS'");
  }

  private static List<String> column(DataSource database, String sql) {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
