package cloud.laurel.store;

import java.util.Optional;
import java.util.logging.Logger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Counts the SQL statements that a thread runs between {@link #begin} and {@link #end}, so that a
 * page with a query per row shows itself. A batch is one statement. The log category of this class
 * shows each statement at the level FINE.
 */
public final class StatementCount implements SqlLogger {

  private static final Logger LOG = Logger.getLogger(StatementCount.class.getName());
  private static final ThreadLocal<Optional<Integer>> COUNT =
      ThreadLocal.withInitial(Optional::empty);

  @Override
  public void logBeforeExecution(StatementContext context) {
    COUNT.get().ifPresent(count -> COUNT.set(Optional.of(count + 1)));
    LOG.fine(() -> "LRL-03003 " + context.getRawSql());
  }

  /** Starts counting on the caller's thread. */
  public static void begin() {
    COUNT.set(Optional.of(0));
  }

  /**
   * Stops counting on the caller's thread.
   *
   * @return the statements since {@link #begin}; 0 without one
   */
  public static int end() {
    int count = COUNT.get().orElse(0);
    COUNT.remove();
    return count;
  }
}
