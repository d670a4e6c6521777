package cloud.laurel.announcement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts what was let through lately, in all and from each sender, in the memory of one node. It
 * never holds more than it lets through.
 */
final class SlidingWindow {

  private final Duration length;
  private final int perSender;
  private final int inAll;
  private final Deque<Passed> passed = new ArrayDeque<>();

  private record Passed(Instant at, String sender) {}

  SlidingWindow(Duration length, int perSender, int inAll) {
    this.length = length;
    this.perSender = perSender;
    this.inAll = inAll;
  }

  /** Whether one more is let through, which is then counted. */
  synchronized boolean admits(String sender, Instant now) {
    while (!passed.isEmpty() && !passed.peekFirst().at().plus(length).isAfter(now)) {
      passed.removeFirst();
    }
    boolean admitted =
        passed.size() < inAll
            && passed.stream().filter(one -> one.sender().equals(sender)).count() < perSender;
    if (admitted) {
      passed.addLast(new Passed(now, sender));
    }
    return admitted;
  }
}
