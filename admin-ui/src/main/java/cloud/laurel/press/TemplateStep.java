package cloud.laurel.press;

import java.math.BigDecimal;
import java.util.Optional;

/** Millimetres as officers write them. */
final class TemplateStep {

  private static final BigDecimal MOST = new BigDecimal("20");
  private static final BigDecimal TWO = new BigDecimal("2");

  private TemplateStep() {}

  /** So many half millimetres; empty when it is no such number, or beyond 20 mm. */
  static Optional<Integer> half(String millimetres) {
    if (!millimetres.matches("-?\\d{1,2}(\\.[05])?")) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(millimetres);
    return value.abs().compareTo(MOST) > 0
        ? Optional.empty()
        : Optional.of(value.multiply(TWO).intValueExact());
  }

  /** As it is written. */
  static String millimetres(int half) {
    return new BigDecimal(half).divide(TWO).toPlainString();
  }
}
