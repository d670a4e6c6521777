package cloud.laurel.signal;

import java.math.BigDecimal;
import java.util.Optional;

/** Decides whether somebody takes back unusually much of what they do. */
final class WithdrawalRule {

  /** Everybody deletes a mistake now and then; on three days it is a habit. */
  static final long LEAST_DAYS = 3;

  /** Fewer are mistakes. */
  static final long LEAST_ACTIONS = 5;

  /** A third of everything: who works much also deletes more. */
  private static final long SHARE = 3;

  private WithdrawalRule() {}

  /**
   * How severe it is; empty when it is nothing.
   *
   * @param withdrawn actions that were taken back
   * @param all those and the ones that counted
   * @param days local days whose actions were taken back
   */
  static Optional<BigDecimal> severity(long withdrawn, long all, long days) {
    boolean unusual = withdrawn >= LEAST_ACTIONS && days >= LEAST_DAYS && withdrawn * SHARE >= all;
    return unusual ? Optional.of(SeverityRule.times(withdrawn, LEAST_ACTIONS)) : Optional.empty();
  }
}
