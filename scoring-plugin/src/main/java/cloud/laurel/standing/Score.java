package cloud.laurel.standing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * An exact score; equal only when exactly equal (rules R7 and R8).
 *
 * @param exact the fraction behind it
 */
public record Score(BigFraction exact) implements Comparable<Score> {

  /** Nothing. */
  public static final Score ZERO = new Score(BigFraction.ZERO);

  /** A whole number of points. */
  public static Score of(long points) {
    return new Score(BigFraction.of(points));
  }

  /** The mean of a sum over a count; 0 over nobody (rule R6). */
  public static Score mean(long sum, long count) {
    return count == 0 ? ZERO : new Score(BigFraction.of(sum, count));
  }

  /** The sum of two scores. */
  public Score plus(Score other) {
    return new Score(exact.add(other.exact));
  }

  /** The score divided by how many share it, at least 1. */
  public Score over(long count) {
    return new Score(exact.divide(count));
  }

  /** As shown: two decimals, half up, for example {@code 23.50}. */
  public String text() {
    return new BigDecimal(exact.getNumerator())
        .divide(new BigDecimal(exact.getDenominator()), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  @Override
  public int compareTo(Score other) {
    return exact.compareTo(other.exact);
  }
}
