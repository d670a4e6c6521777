package cloud.laurel.signal;

import java.math.BigDecimal;
import java.util.Optional;

/** Decides whether an object was counted by unusually many people. */
final class SharedObjectRule {

  /** Two who teach together share a lesson; a team of five seldom does. */
  static final long LEAST_ACCOUNTS = 5;

  /** The verb of an action whose object is there to be shared, such as a research group. */
  static final String JOINED = "%.joined";

  /** Where a quarter of at least twenty objects is shared, sharing is how the work is done. */
  private static final long LEAST_OBJECTS = 20;

  private static final long SHARE = 4;

  private SharedObjectRule() {}

  /**
   * How severe it is; empty when it is nothing.
   *
   * @param accounts who counted the object
   * @param objects how many objects were counted under the indicator
   * @param shared how many of them by more than one person
   */
  static Optional<BigDecimal> severity(long accounts, long objects, long shared) {
    boolean usual = objects >= LEAST_OBJECTS && shared * SHARE >= objects;
    return accounts >= LEAST_ACCOUNTS && !usual
        ? Optional.of(SeverityRule.times(accounts, LEAST_ACCOUNTS))
        : Optional.empty();
  }
}
