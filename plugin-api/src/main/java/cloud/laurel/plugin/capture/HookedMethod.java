package cloud.laurel.plugin.capture;

import cloud.laurel.plugin.PlatformAction;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** One hook on one method, with the count of what went wrong. */
final class HookedMethod {

  private static final Logger LOG = Logger.getLogger(HookedMethod.class);
  private static final long SECONDS_BETWEEN_MESSAGES = 60;

  private final ActionMaker maker;
  private final HookBook.Entry entry;
  private final AtomicLong failures = new AtomicLong();
  private volatile Instant lastMessage = Instant.EPOCH;
  private volatile String lastFailure = "";

  HookedMethod(ActionMaker maker, HookBook.Entry entry) {
    this.maker = maker;
    this.entry = entry;
  }

  /** The action of a call; empty, counted and logged when an expression fails. */
  Optional<PlatformAction> make(Call call, Instant now) {
    try {
      return Optional.of(maker.make(call, now));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      failed(e, now);
      return Optional.empty();
    }
  }

  private void failed(Throwable failure, Instant now) {
    long count = failures.incrementAndGet();
    lastFailure = String.valueOf(failure.getMessage());
    // a broken hook on a busy method must not fill the log
    if (now.isAfter(lastMessage.plusSeconds(SECONDS_BETWEEN_MESSAGES))) {
      lastMessage = now;
      LOG.warnf(
          "LRL-01011: hook %s on %s gave no action, %d times so far; the platform's call succeeded: %s",
          entry.hook(), entry.method(), count, failure);
    }
  }

  HookBook.Entry entry() {
    return entry;
  }

  long failures() {
    return failures.get();
  }

  String lastFailure() {
    return lastFailure;
  }
}
