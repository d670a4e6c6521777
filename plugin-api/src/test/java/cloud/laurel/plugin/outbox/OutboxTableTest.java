package cloud.laurel.plugin.outbox;

import static cloud.laurel.plugin.outbox.Actions.START;
import static cloud.laurel.plugin.outbox.Actions.action;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxTableTest {

  private final OutboxTable table = new OutboxTable(List.of("laurel", "portal"));

  @ParameterizedTest
  @EnumSource
  void oneRowPerPluginSharesTheTransaction(TestDatabase kind) throws SQLException {
    DataSource database = kind.fresh();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      table.insertGuarded(connection, action("kept"), START);
      table.insertGuarded(connection, action("kept too"), START);
      connection.commit();
      table.insertGuarded(connection, action("rolled back"), START);
      connection.rollback();
    }
    assertThat(count(database, "plugin = 'portal'")).isEqualTo(2);
    assertThat(count(database, "id = 'kept' AND aggregatetype = 'lesson' AND aggregateid = 't1'"))
        .isEqualTo(2);
    assertThat(count(database, "id = 'rolled back'")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void failedInsertLeavesTheTransactionUsable(TestDatabase kind) throws SQLException {
    DataSource database = kind.fresh();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE own (id INTEGER)");
      statement.execute("ALTER TABLE laurel_outbox RENAME TO hidden");
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO own VALUES (1)");
      assertThatThrownBy(() -> table.insertGuarded(connection, action("a"), START))
          .isInstanceOf(SQLException.class);
      statement.execute("INSERT INTO own VALUES (2)");
      connection.commit();
      assertThat(count(statement, "own", "1 = 1")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sameActionAgainChangesNothing(TestDatabase kind) throws SQLException {
    DataSource database = kind.fresh();
    try (Connection connection = database.getConnection()) {
      OutboxTable.create(connection);
      table.insert(connection, action("a"), START);
      table.insertAll(connection, List.of(action("a"), action("b"), action("b")), START);
    }
    assertThat(count(database, "plugin = 'laurel'")).isEqualTo(2);
  }

  private static long count(DataSource database, String where) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      return count(statement, "laurel_outbox", where);
    }
  }

  private static long count(Statement statement, String table, String where) throws SQLException {
    try (ResultSet result =
        statement.executeQuery("SELECT COUNT(*) FROM " + table + " WHERE " + where)) {
      result.next();
      return result.getLong(1);
    }
  }
}
