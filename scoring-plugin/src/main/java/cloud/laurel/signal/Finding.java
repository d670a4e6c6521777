package cloud.laurel.signal;

import cloud.laurel.signal.Signal.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a detector found this time.
 *
 * @param subject whom or what it concerns
 * @param aspect what tells it from the subject's other signals of the kind, may be empty
 * @param label an object's name
 * @param school whose people it concerns, where that is one school
 * @param severity how many times the threshold, at least 1, two decimals, truncated
 * @param firstDay first local day of the evidence
 * @param lastDay last local day of the evidence
 */
record Finding(
    Kind kind,
    Subject subject,
    String aspect,
    Optional<String> label,
    Optional<String> school,
    BigDecimal severity,
    LocalDate firstDay,
    LocalDate lastDay,
    Evidence evidence) {

  /** Checks itself. */
  Finding {
    if (severity.compareTo(BigDecimal.ONE) < 0) {
      throw new IllegalArgumentException("severity: must be at least 1");
    }
    if (lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException("lastDay: must not be before firstDay");
    }
  }
}
