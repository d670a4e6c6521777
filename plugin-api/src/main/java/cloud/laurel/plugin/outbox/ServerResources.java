package cloud.laurel.plugin.outbox;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** What the server offers under names that every deployment sees. */
public final class ServerResources {

  private ServerResources() {}

  /** The datasource of a JNDI name; looked up each time, because it may come and go. */
  public static Supplier<DataSource> datasource(String name) {
    return () -> lookup(name, DataSource.class);
  }

  /** The server's transactions. */
  public static Supplier<Transactions> transactions() {
    return new Supplier<>() {
      private volatile Transactions found;

      @Override
      public Transactions get() {
        Transactions known = found;
        if (known == null) {
          known =
              new Transactions(
                  lookup("java:jboss/TransactionManager", TransactionManager.class),
                  lookup(
                      "java:jboss/TransactionSynchronizationRegistry",
                      TransactionSynchronizationRegistry.class));
          found = known;
        }
        return known;
      }
    };
  }

  /**
   * Looks a name up.
   *
   * @throws IllegalStateException when there is nothing of this type
   */
  public static <T> T lookup(String name, Class<T> type) {
    try {
      InitialContext context = new InitialContext();
      try {
        return type.cast(context.lookup(name));
      } finally {
        context.close();
      }
    } catch (NamingException | ClassCastException e) {
      throw new IllegalStateException(name + " is not there: " + e.getMessage(), e);
    }
  }
}
