package cloud.laurel.plugin.outbox;

import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformActionJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The table {@code laurel_outbox}: one row per action and plugin, the same SQL on H2 ({@code
 * MODE=PostgreSQL}) and PostgreSQL.
 *
 * <p>{@code id, aggregatetype, aggregateid, type, payload} are the columns of Debezium's Outbox
 * Event Router; {@code aggregateid} is the actor, so that a stream keeps one person's actions in
 * order. A parked row has {@code parked_at} and a {@code next_attempt_at} that never comes, so that
 * one index serves the query for due rows.
 */
public final class OutboxTable {

  /** When a parked row is due: never. */
  public static final OffsetDateTime NEVER =
      OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  /** Longest payload of a row, in characters. */
  public static final int MAX_PAYLOAD = 1_000_000;

  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS laurel_outbox (
        plugin          VARCHAR(64)              NOT NULL,
        id              VARCHAR(128)             NOT NULL,
        aggregatetype   VARCHAR(64)              NOT NULL,
        aggregateid     VARCHAR(128)             NOT NULL,
        type            VARCHAR(64)              NOT NULL,
        payload         VARCHAR(1000000)         NOT NULL,
        created_at      TIMESTAMP WITH TIME ZONE NOT NULL,
        attempts        INTEGER                  DEFAULT 0 NOT NULL,
        next_attempt_at TIMESTAMP WITH TIME ZONE NOT NULL,
        parked_at       TIMESTAMP WITH TIME ZONE,
        error           VARCHAR(2000),
        PRIMARY KEY (plugin, id)
      )""";

  private static final String CREATE_INDEX =
      "CREATE INDEX IF NOT EXISTS laurel_outbox_due ON laurel_outbox (plugin, next_attempt_at)";

  private static final String INSERT =
      "INSERT INTO laurel_outbox (plugin, id, aggregatetype, aggregateid, type, payload,"
          + " created_at, next_attempt_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String SAVEPOINT = "SAVEPOINT laurel_capture";
  private static final String RELEASE = "RELEASE SAVEPOINT laurel_capture";
  private static final String BACK = "ROLLBACK TO SAVEPOINT laurel_capture";

  private final List<String> plugins;
  private final String insert;
  private final String guarded;

  /** Writes for these plugins, a row each. */
  public OutboxTable(List<String> plugins) {
    this.plugins = List.copyOf(plugins);
    this.insert =
        INSERT
            + ", (?, ?, ?, ?, ?, ?, ?, ?)".repeat(plugins.size() - 1)
            + " ON CONFLICT DO NOTHING";
    // one text, so that PostgreSQL's driver needs one round trip for the three of them
    this.guarded = SAVEPOINT + "; " + insert + "; " + RELEASE;
  }

  /** Creates table and index when they are missing; several nodes may try at once. */
  public static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
      statement.execute(CREATE_INDEX);
    }
  }

  /** Tells whether the table is there and can be read. */
  public static void check(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT 1 FROM laurel_outbox WHERE 1 = 0").close();
    }
  }

  /** Inserts one action without a guard; an action that is there already is left alone. */
  public void insert(Connection connection, PlatformAction action, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      bind(statement, action, now);
      statement.executeUpdate();
    }
  }

  /** Inserts many actions, all or none when the connection does not commit by itself. */
  public void insertAll(Connection connection, List<PlatformAction> actions, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (PlatformAction action : actions) {
        bind(statement, action, now);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /**
   * Inserts one action within an open transaction, which stays usable when the insert fails.
   *
   * <p>The savepoint is SQL text because the server refuses JDBC's savepoint calls in a managed
   * transaction.
   */
  public void insertGuarded(Connection connection, PlatformAction action, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(guarded)) {
      bind(statement, action, now);
      statement.execute();
      // a failure of a later part shows only when its result is asked for
      while (statement.getMoreResults() || statement.getUpdateCount() != -1) {
        continue;
      }
    } catch (SQLException | RuntimeException e) {
      goBack(connection, e);
      throw e;
    }
  }

  private static void goBack(Connection connection, Exception cause) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(BACK);
      statement.execute(RELEASE);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private void bind(PreparedStatement statement, PlatformAction action, Instant now)
      throws SQLException {
    String payload = PlatformActionJson.toJson(action).toString();
    OffsetDateTime time = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
    int i = 0;
    for (String plugin : plugins) {
      statement.setString(++i, plugin);
      statement.setString(++i, action.id());
      statement.setString(++i, action.type().substring(0, action.type().indexOf('.')));
      statement.setString(++i, action.actor());
      statement.setString(++i, action.type());
      statement.setString(++i, payload);
      statement.setObject(++i, time);
      statement.setObject(++i, time);
    }
  }
}
