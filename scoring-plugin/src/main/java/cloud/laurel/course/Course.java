package cloud.laurel.course;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a campaign's course covers.
 *
 * @param first its first day
 * @param last its last day
 * @param asOf when it was made: what arrived later for these days is not in it yet
 */
public record Course(LocalDate first, LocalDate last, Instant asOf) {

  /** Whether it has the standing of a day. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
