package cloud.laurel.announcement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The local days of a notice, both included. */
public record NoticeDays(LocalDate first, LocalDate last) {

  /** Longest notice, in days. */
  public static final int MOST = 60;

  /** Checks itself. */
  public NoticeDays {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("last: before the first day");
    }
  }

  /** Whether a day is one of them. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** How many there are. */
  public int count() {
    return (int) ChronoUnit.DAYS.between(first, last) + 1;
  }

  /** How many are left on a day, that day included; 0 when they are over. */
  public int left(LocalDate today) {
    LocalDate from = today.isBefore(first) ? first : today;
    return Math.max(0, (int) ChronoUnit.DAYS.between(from, last) + 1);
  }
}
