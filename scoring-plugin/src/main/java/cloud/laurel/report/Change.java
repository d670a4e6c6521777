package cloud.laurel.report;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure beside the same one of the report before.
 *
 * @param before empty in the first report, and for what that one did not measure
 */
public record Change(Figure now, Optional<Figure> before) {

  /** How much more it is; empty without a report before. */
  public Optional<BigDecimal> more() {
    return before.map(b -> now.value().subtract(b.value()));
  }
}
