package cloud.laurel.report;

import cloud.laurel.standing.Rate;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number of a report.
 *
 * @param value a count, or a mean with two decimals
 * @param of what a count is a part of
 */
public record Figure(Measure measure, BigDecimal value, Optional<Long> of) {

  static Figure count(Measure measure, long value) {
    return new Figure(measure, BigDecimal.valueOf(value), Optional.empty());
  }

  static Figure part(Measure measure, long value, long of) {
    return new Figure(measure, BigDecimal.valueOf(value), Optional.of(of));
  }

  /** The share, when it is a part of something (rule R7). */
  public Optional<Rate> rate() {
    return of.map(whole -> new Rate(value.longValueExact(), whole));
  }
}
