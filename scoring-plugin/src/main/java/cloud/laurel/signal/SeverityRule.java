package cloud.laurel.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How severe a signal is: how many times its threshold, so that signals of all kinds can be put in
 * one order.
 */
final class SeverityRule {

  /** A signal that was looked at is new again when it is this many times as severe. */
  private static final BigDecimal GROWTH = BigDecimal.valueOf(2);

  private SeverityRule() {}

  /** So many times the least, with two decimals, truncated. */
  static BigDecimal times(long measure, long least) {
    return BigDecimal.valueOf(measure).divide(BigDecimal.valueOf(least), 2, RoundingMode.DOWN);
  }

  /** Whether it has grown so much since it was looked at that it deserves another look. */
  static boolean hasGrown(BigDecimal lookedAt, BigDecimal now) {
    return now.compareTo(lookedAt.multiply(GROWTH)) >= 0;
  }
}
