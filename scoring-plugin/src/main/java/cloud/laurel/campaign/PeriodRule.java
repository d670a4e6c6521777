package cloud.laurel.campaign;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;

/** Names the period in which a limit counts a day (rules R1 and R2). */
public final class PeriodRule {

  private PeriodRule() {}

  /** The period of a day, as a short text. */
  public static String period(Limit.Per per, LocalDate day) {
    return switch (per) {
      case CAMPAIGN -> "";
      case MONTH -> YearMonth.from(day).toString();
      case WEEK ->
          day.get(IsoFields.WEEK_BASED_YEAR) + "-W" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case DAY -> day.toString();
    };
  }
}
