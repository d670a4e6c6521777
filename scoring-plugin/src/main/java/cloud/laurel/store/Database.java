package cloud.laurel.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

/**
 * The plugin's own database, H2 or PostgreSQL, one SQL for both. Its transactions are its own: the
 * datasource is not a JTA one, because nothing here ever has to commit together with the platform.
 */
public class Database {

  private final DataSource dataSource;
  private final Jdbi jdbi;

  /** Opens the database behind a datasource; nothing is migrated yet. */
  public Database(DataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbi = Jdbi.create(dataSource);
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

  /** Runs one transaction: commits on return, rolls back on an exception. */
  public <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws X {
    return jdbi.inTransaction(work);
  }

  /** Runs one transaction without a result. */
  public <X extends Exception> void useTransaction(HandleConsumer<X> work) throws X {
    jdbi.useTransaction(work);
  }

  /** Reads on one connection, each statement for itself. */
  public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
    return jdbi.withHandle(work);
  }
}
