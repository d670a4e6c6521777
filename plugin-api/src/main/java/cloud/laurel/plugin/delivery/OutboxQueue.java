package cloud.laurel.plugin.delivery;

import cloud.laurel.plugin.outbox.OutboxTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The relay's side of the outbox table, for one plugin; every call is a part of its transaction.
 */
final class OutboxQueue {

  private static final int MAX_ERROR = 2000;

  private static final String CLAIM =
      "SELECT id, payload, attempts FROM laurel_outbox WHERE plugin = ? AND next_attempt_at <= ?"
          + " ORDER BY next_attempt_at LIMIT ? FOR UPDATE SKIP LOCKED";
  private static final String DELETE = "DELETE FROM laurel_outbox WHERE plugin = ? AND id = ?";
  private static final String FAIL =
      "UPDATE laurel_outbox SET attempts = ?, error = ?, next_attempt_at = ?, parked_at = ?"
          + " WHERE plugin = ? AND id = ?";

  private final String plugin;

  OutboxQueue(String plugin) {
    this.plugin = plugin;
  }

  /** Takes up to so many due rows that no other worker holds; they stay ours until the commit. */
  List<Row> claim(Connection connection, int most, Instant now) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
      statement.setString(1, plugin);
      statement.setObject(2, time(now));
      statement.setInt(3, most);
      statement.setFetchSize(most);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(new Row(result.getString(1), result.getString(2), result.getInt(3)));
        }
      }
    }
    return rows;
  }

  /**
   * Has PostgreSQL look at the table: while it takes a sudden backlog for a few rows, it sorts all
   * of it for each batch. Without the right to do so it leaves a warning, not an error.
   */
  static void analyze(Connection connection) throws SQLException {
    if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("ANALYZE laurel_outbox");
      }
    }
  }

  /** Row by row: for a list of ids, databases read the whole backlog each time. */
  void delete(Connection connection, Collection<String> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
      for (String id : ids) {
        statement.setString(1, plugin);
        statement.setString(2, id);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Offers a row again later. */
  void postpone(Connection connection, String id, int attempts, String error, Instant until)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FAIL)) {
      fail(statement, id, attempts, error, time(until));
      statement.setObject(4, null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
      statement.executeUpdate();
    }
  }

  /** Keeps a row for a person to look at. */
  void park(Connection connection, String id, int attempts, String error, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FAIL)) {
      fail(statement, id, attempts, error, OutboxTable.NEVER);
      statement.setObject(4, time(now));
      statement.executeUpdate();
    }
  }

  private void fail(
      PreparedStatement statement, String id, int attempts, String error, OffsetDateTime next)
      throws SQLException {
    String printable = error.replace('\0', ' ');
    statement.setInt(1, attempts);
    statement.setString(2, printable.substring(0, Math.min(printable.length(), MAX_ERROR)));
    statement.setObject(3, next);
    statement.setString(5, plugin);
    statement.setString(6, id);
  }

  static OffsetDateTime time(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /**
   * A claimed row.
   *
   * @param id the action's id
   * @param payload the action as JSON
   * @param attempts how often it failed
   */
  record Row(String id, String payload, int attempts) {}
}
