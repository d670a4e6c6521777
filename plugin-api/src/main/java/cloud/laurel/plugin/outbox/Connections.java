package cloud.laurel.plugin.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the outbox's database. */
@FunctionalInterface
public interface Connections {

  /**
   * Opens one, in the caller's transaction if there is one.
   *
   * @return to be closed by the caller
   * @throws SQLException when the database is away
   * @throws IllegalStateException when the server has no such datasource
   */
  Connection open() throws SQLException;
}
