package cloud.laurel.plugin.delivery;

import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.outbox.Connections;
import cloud.laurel.plugin.outbox.OutboxSettings;
import cloud.laurel.plugin.outbox.OutboxSetup;
import cloud.laurel.plugin.outbox.OutboxTable;
import cloud.laurel.plugin.outbox.Spool;
import cloud.laurel.plugin.outbox.Wakeup;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The threads that run one relay. The first waits for new actions and drains the spool; the others
 * help while there is more than one batch to deliver.
 *
 * <p>A thread is never interrupted: H2 closes its database file when a thread is interrupted in it.
 * Stopping lets each thread finish its call.
 */
final class RelayWorkers {

  private static final Logger LOG = Logger.getLogger(RelayWorkers.class);

  /** Lets a burst gather into a batch, so that not each of its actions costs a transaction. */
  private static final long LINGER = 30;

  private static final long POLL_FIRST = 100;
  private static final long POLL_MOST = 500;
  private static final long FAILURE_MOST = 15_000;
  private static final long STOP_SECONDS = 10;

  private final Relay relay;
  private final int batchSize;
  private final OutboxSettings outbox;
  private final OutboxSetup setup;
  private final Connections connections;
  private final InstantSource clock;
  private final CountDownLatch stop;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean backlog;

  RelayWorkers(
      Relay relay,
      DeliverySettings settings,
      OutboxSettings outbox,
      Connections connections,
      InstantSource clock,
      CountDownLatch stop) {
    this.relay = relay;
    this.batchSize = settings.batchSize();
    this.outbox = outbox;
    this.setup = new OutboxSetup(outbox, connections, clock);
    this.connections = connections;
    this.clock = clock;
    this.stop = stop;
  }

  void start(int workers, Function<Runnable, Thread> newThread) {
    for (int i = 0; i < workers; i++) {
      boolean first = i == 0;
      Thread thread = newThread.apply(() -> run(first));
      thread.setName("laurel-relay-" + relay.name() + "-" + (i + 1));
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
  }

  /** Waits for the threads after {@code stop} has been counted down. */
  void awaitEnd() {
    Wakeup.SHARED.ring();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
    try {
      for (Thread thread : threads) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        thread.join(Math.max(1, left));
        if (thread.isAlive()) {
          LOG.warnf(
              "LRL-02005: %s is still in a call of its plugin and ends after it", thread.getName());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(boolean first) {
    long poll = POLL_FIRST;
    long failurePause = POLL_MOST;
    while (!stopping()) {
      long seen = Wakeup.SHARED.rings();
      try {
        int claimed = first || backlog ? work(first) : 0;
        failurePause = POLL_MOST;
        if (first && !backlog && claimed == batchSize) {
          relay.expectBacklog();
        }
        backlog = first || claimed > 0 ? claimed == batchSize : backlog;
        if (claimed == batchSize) {
          continue;
        }
        poll = claimed > 0 ? POLL_FIRST : Math.min(poll * 2, POLL_MOST);
        idle(first, seen, poll);
      } catch (InterruptedException e) {
        return;
      } catch (SQLException | IOException | RuntimeException | LinkageError e) {
        if (stopping()) {
          return;
        }
        setup.doubt();
        LOG.warnf("LRL-02021: the outbox cannot be read, next try in %d ms: %s", failurePause, e);
        if (sleep(failurePause)) {
          return;
        }
        failurePause = Math.min(failurePause * 2, FAILURE_MOST);
      }
    }
  }

  private int work(boolean first) throws SQLException, IOException {
    if (!setup.prepare()) {
      return 0;
    }
    if (first) {
      Spool spool = Spool.in(outbox.spool());
      if (spool.inUse()) {
        int taken = spool.drain(this::fromSpool);
        LOG.infof("LRL-02022: %d actions of the spool are in the outbox now", taken);
      }
    }
    return relay.deliver();
  }

  private void fromSpool(List<PlatformAction> actions) throws IOException {
    OutboxTable table = new OutboxTable(outbox.plugins());
    try (Connection connection = connections.open()) {
      connection.setAutoCommit(false);
      try {
        table.insertAll(connection, actions, clock.instant());
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IOException("the outbox does not take the spool's actions", e);
    }
  }

  private void idle(boolean first, long seen, long poll) throws InterruptedException {
    if (!first || relay.availability().paused(clock.instant())) {
      stop.await(first ? POLL_FIRST : POLL_MOST, TimeUnit.MILLISECONDS);
    } else {
      Wakeup.SHARED.await(seen, poll);
      stop.await(LINGER, TimeUnit.MILLISECONDS);
    }
  }

  private boolean sleep(long millis) {
    try {
      return stop.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private boolean stopping() {
    return stop.getCount() == 0;
  }
}
