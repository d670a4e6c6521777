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

  /**
   * Connections of a JNDI name; looked up each time, because it may come and go.
   *
   * <p>Opened with this module's class loader: a driver's own threads keep the context class loader
   * they are born with, and must not keep a deployment's.
   */
  public static Connections connections(String name) {
    return () -> {
      Thread thread = Thread.currentThread();
      ClassLoader caller = thread.getContextClassLoader();
      try {
        thread.setContextClassLoader(ServerResources.class.getClassLoader());
        return lookup(name, DataSource.class).getConnection();
      } finally {
        thread.setContextClassLoader(caller);
      }
    };
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
