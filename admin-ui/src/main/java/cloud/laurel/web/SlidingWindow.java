package cloud.laurel.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts what happened lately, in all and by each sender, in the memory of one node. It never holds
 * more than its limit in all, however many senders there are: the oldest are forgotten first.
 */
public final class SlidingWindow {

  private final Duration length;
  private final int perSender;
  private final int inAll;
  private final Deque<Passed> passed = new ArrayDeque<>();
  private final Map<String, Integer> counts = new HashMap<>();

  private record Passed(Instant at, String sender) {}

  /** A window with its length and what is let through in it. */
  public SlidingWindow(Duration length, int perSender, int inAll) {
    this.length = length;
    this.perSender = perSender;
    this.inAll = inAll;
  }

  /** Whether one more is let through, which is then counted. */
  public synchronized boolean admits(String sender, Instant now) {
    return size(now) < inAll && admitsOfSender(sender, now);
  }

  /** Whether a sender's own limit lets one more through, which is then counted. */
  public synchronized boolean admitsOfSender(String sender, Instant now) {
    boolean admitted = count(sender, now) < perSender;
    if (admitted) {
      add(sender, now);
    }
    return admitted;
  }

  /** Counts one more, whatever the limits are. */
  public synchronized void add(String sender, Instant now) {
    if (size(now) >= inAll) {
      forgetFirst();
    }
    passed.addLast(new Passed(now, sender));
    counts.merge(sender, 1, Integer::sum);
  }

  /** How many there were of a sender. */
  public synchronized int count(String sender, Instant now) {
    forgetOld(now);
    return counts.getOrDefault(sender, 0);
  }

  /** How many there were in all. */
  public synchronized int size(Instant now) {
    forgetOld(now);
    return passed.size();
  }

  private void forgetOld(Instant now) {
    while (!passed.isEmpty() && !passed.peekFirst().at().plus(length).isAfter(now)) {
      forgetFirst();
    }
  }

  private void forgetFirst() {
    counts.computeIfPresent(
        passed.removeFirst().sender(), (sender, count) -> count > 1 ? count - 1 : null);
  }
}
