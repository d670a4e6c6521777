package cloud.laurel.signal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the watch over a campaign stands.
 *
 * @param asked whether an officer wants it now and it has not begun
 * @param startedAt when it began last
 * @param finishedAt when it ended last; empty while it runs
 * @param failed kinds that could not be looked for
 */
public record Watch(
    boolean asked, Optional<Instant> startedAt, Optional<Instant> finishedAt, List<Kind> failed) {

  /** Before the first time. */
  static final Watch NEVER = new Watch(false, Optional.empty(), Optional.empty(), List.of());

  /** Whether it runs now. */
  public boolean running() {
    return startedAt.isPresent() && finishedAt.isEmpty();
  }
}
