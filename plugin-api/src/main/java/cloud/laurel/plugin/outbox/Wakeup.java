package cloud.laurel.plugin.outbox;

/**
 * Lets a commit on this server wake the relays on this server, so that an action need not wait for
 * the next poll. Shared by all deployments and made of JDK types only: it keeps no class loader
 * alive.
 */
public final class Wakeup {

  /** The one of this server. */
  public static final Wakeup SHARED = new Wakeup();

  private long rings;

  /** Wakes everybody who waits. */
  public synchronized void ring() {
    rings++;
    notifyAll();
  }

  /** How often it rang; what a relay remembers before it looks into the outbox. */
  public synchronized long rings() {
    return rings;
  }

  /** Waits until it has rung after {@code seen}, at most so many milliseconds. */
  public synchronized void await(long seen, long millis) throws InterruptedException {
    long until = System.nanoTime() + millis * 1_000_000;
    long left = millis;
    while (rings == seen && left > 0) {
      wait(left);
      left = (until - System.nanoTime()) / 1_000_000;
    }
  }
}
