package cloud.laurel.opening;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The weeks of a campaign: they end on Sundays, the last one with the campaign. */
final class WeekRule {

  private WeekRule() {}

  /** The last days of the weeks that are over, oldest first. */
  static List<LocalDate> lastDays(LocalDate from, LocalDate to, LocalDate today) {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      day = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
      LocalDate last = day.isAfter(to) ? to : day;
      if (last.isBefore(today)) {
        days.add(last);
      }
    }
    return days;
  }
}
