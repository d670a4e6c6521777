package cloud.laurel.plugin.outbox;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.IntConsumer;

/** The caller's JTA transaction as capture needs it. */
public final class Transactions {

  private static final Object WAKE_KEY = "cloud.laurel.plugin.wakeup";

  private final TransactionManager manager;
  private final TransactionSynchronizationRegistry registry;

  /** Works on the server's transactions. */
  public Transactions(TransactionManager manager, TransactionSynchronizationRegistry registry) {
    this.manager = manager;
    this.registry = registry;
  }

  /** Whether no transaction is open. */
  public boolean none() {
    return registry.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
  }

  /** Whether a transaction is open that may still commit. */
  public boolean active() {
    return registry.getTransactionStatus() == Status.STATUS_ACTIVE && !registry.getRollbackOnly();
  }

  /** Does something once after the open transaction has committed. */
  public void afterCommit(Runnable work) {
    registry.registerInterposedSynchronization(
        new AfterCompletion(
            status -> {
              if (status == Status.STATUS_COMMITTED) {
                work.run();
              }
            }));
  }

  /** Wakes the relays after the open transaction has committed, once however often it is called. */
  public void wakeAfterCommit() {
    if (registry.getResource(WAKE_KEY) == null) {
      registry.putResource(WAKE_KEY, Boolean.TRUE);
      afterCommit(Wakeup.SHARED::ring);
    }
  }

  /** Does something outside the open transaction, if there is one. */
  public void outside(Runnable work) {
    Transaction suspended = null;
    try {
      suspended = manager.suspend();
      work.run();
    } catch (SystemException e) {
      throw new IllegalStateException(e);
    } finally {
      if (suspended != null) {
        resume(suspended);
      }
    }
  }

  private void resume(Transaction transaction) {
    try {
      manager.resume(transaction);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private record AfterCompletion(IntConsumer work) implements Synchronization {
    @Override
    public void beforeCompletion() {
      // only the outcome matters
    }

    @Override
    public void afterCompletion(int status) {
      work.accept(status);
    }
  }
}
