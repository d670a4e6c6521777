package cloud.laurel.engine;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test sets. */
public final class TestClock implements InstantSource {

  private volatile Instant now;

  /** Stands still at this instant. */
  public TestClock(String now) {
    this.now = Instant.parse(now);
  }

  /** Jumps. */
  public void set(String instant) {
    now = Instant.parse(instant);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
