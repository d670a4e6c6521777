package cloud.laurel.standing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;

/**
 * An exact share of people (rule R7).
 *
 * @param part how many of them, at least 0
 * @param whole how many there are, at least 0
 */
public record Rate(long part, long whole) {

  /** Smaller shares first, compared exactly by cross multiplication; those of nobody before all. */
  public static final Comparator<Rate> BY_SHARE =
      (a, b) ->
          a.whole == 0 || b.whole == 0
              ? Long.compare(a.whole, b.whole)
              : Long.compare(a.part * b.whole, b.part * a.whole);

  /** In per cent, truncated to one decimal, for example {@code 49.7}; {@code 0.0} of nobody. */
  public String percent() {
    if (whole == 0) {
      return "0.0";
    }
    return BigDecimal.valueOf(part)
        .multiply(BigDecimal.valueOf(100))
        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.DOWN)
        .toPlainString();
  }

  /** Whether the share is at least {@code share} (0 to 1), compared exactly; never of nobody. */
  public boolean reaches(BigDecimal share) {
    return whole > 0
        && BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(whole))) >= 0;
  }

  /** Whether it is everybody, and there is somebody. */
  public boolean isWhole() {
    return whole > 0 && part == whole;
  }

  /** How many more are needed to reach {@code share}; 0 when it is reached or there is nobody. */
  public long missingTo(BigDecimal share) {
    long needed =
        share
            .multiply(BigDecimal.valueOf(whole))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
    return Math.max(0, needed - part);
  }
}
