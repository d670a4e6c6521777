package cloud.laurel.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a mail that was not taken is tried again. */
final class BackOffRule {

  /** A mail that comes later than this surprises more than it helps; the page has told it. */
  static final Duration LONGEST = Duration.ofDays(3);

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofHours(4);
  private static final int DOUBLINGS = 8;

  private BackOffRule() {}

  /**
   * The time of the next attempt: after 1, 2, 4 minutes and so on, at most four hours; empty when
   * it is given up.
   *
   * @param attempts how often it has been tried, at least once
   */
  static Optional<Instant> next(Instant toldAt, int attempts, Instant now) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
    Instant next = now.plus(pause.compareTo(PAUSE) < 0 ? pause : PAUSE);
    return Optional.of(next).filter(n -> n.isBefore(toldAt.plus(LONGEST)));
  }
}
