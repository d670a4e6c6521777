package cloud.laurel.acceptance.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A PostgreSQL that writes through to the disk at each commit, as in production. */
final class BenchDatabase implements AutoCloseable {

  private static final int BATCH = 1000;

  private final EmbeddedPostgres postgres;
  private final Connection laurel;
  private final Connection platform;

  BenchDatabase() throws IOException, SQLException {
    postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start();
    try (Connection admin = postgres.getPostgresDatabase().getConnection();
        Statement statement = admin.createStatement()) {
      statement.execute("CREATE DATABASE laurel");
      statement.execute("CREATE DATABASE platform");
    }
    laurel = DriverManager.getConnection(url("laurel"), "postgres", "postgres");
    platform = DriverManager.getConnection(url("platform"), "postgres", "postgres");
    execute(platform, "CREATE TABLE bench_work (account VARCHAR(128), title VARCHAR(128))");
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:"
        + postgres.getPort()
        + "/"
        + database
        + "?reWriteBatchedInserts=true";
  }

  /** Puts actions into the outbox, all at once for those who look. */
  void fillOutbox(BenchData data, int actions) throws SQLException {
    platform.setAutoCommit(false);
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    try (PreparedStatement insert =
        platform.prepareStatement(
            "INSERT INTO laurel_outbox (plugin, id, aggregatetype, aggregateid, type, payload,"
                + " created_at, next_attempt_at) VALUES ('laurel', ?, ?, ?, ?, ?, ?, ?)")) {
      for (int i = 1; i <= actions; i++) {
        BenchData.Action action = data.next();
        insert.setString(1, action.id());
        insert.setString(2, action.type().substring(0, action.type().indexOf('.')));
        insert.setString(3, action.actor());
        insert.setString(4, action.type());
        insert.setString(5, action.json());
        insert.setObject(6, now);
        insert.setObject(7, now);
        insert.addBatch();
        if (i % BATCH == 0 || i == actions) {
          insert.executeBatch();
        }
      }
    }
    platform.commit();
    platform.setAutoCommit(true);
  }

  /** Whether the outbox is empty and nothing waits to be judged. */
  boolean settled() throws SQLException {
    return number(platform, "SELECT count(*) FROM (SELECT 1 FROM laurel_outbox LIMIT 1) o") == 0
        && number(laurel, "SELECT count(*) FROM rejudge") == 0;
  }

  long journalRows() throws SQLException {
    return number(laurel, "SELECT count(*) FROM action_journal");
  }

  /** The highest number that an action has. */
  long lastAction() throws SQLException {
    return number(laurel, "SELECT coalesce(max(seq), 0) FROM action_journal");
  }

  /**
   * Inserts the newest rows of a table into an equal one, in batches of 1000 with a commit each.
   *
   * @return nanoseconds spent on the inserts alone
   */
  long insertRaw(String table, String number, long after) throws SQLException {
    String raw = "raw_" + table;
    execute(laurel, "DROP TABLE IF EXISTS " + raw);
    execute(laurel, "CREATE TABLE " + raw + " (LIKE " + table + " INCLUDING ALL)");
    long spent = 0;
    try (Connection reader = DriverManager.getConnection(url("laurel"), "postgres", "postgres")) {
      reader.setAutoCommit(false);
      laurel.setAutoCommit(false);
      try (Statement select = reader.createStatement()) {
        select.setFetchSize(BATCH);
        ResultSet rows =
            select.executeQuery("SELECT * FROM " + table + " WHERE " + number + " > " + after);
        int columns = rows.getMetaData().getColumnCount();
        String places = "?, ".repeat(columns - 1) + "?";
        try (PreparedStatement insert =
            laurel.prepareStatement("INSERT INTO " + raw + " VALUES (" + places + ")")) {
          boolean more = true;
          while (more) {
            int batch = 0;
            while (batch < BATCH && (more = rows.next())) {
              for (int c = 1; c <= columns; c++) {
                insert.setObject(c, rows.getObject(c));
              }
              insert.addBatch();
              batch++;
            }
            long start = System.nanoTime();
            insert.executeBatch();
            laurel.commit();
            spent += System.nanoTime() - start;
          }
        }
      } finally {
        laurel.setAutoCommit(true);
      }
    }
    execute(laurel, "DROP TABLE " + raw);
    return spent;
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException, IOException {
    laurel.close();
    platform.close();
    postgres.close();
  }
}
