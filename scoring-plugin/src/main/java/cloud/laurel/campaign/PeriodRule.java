package cloud.laurel.campaign;

import cloud.laurel.campaign.Rules.SchoolTerm;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;

/** Names the period in which a limit counts a day (rules R1 and R2). */
public final class PeriodRule {

  /** The usual terms of a school year begin on the first days of these months. */
  private static final Month AUTUMN = Month.AUGUST;

  private static final Month SPRING = Month.FEBRUARY;

  private PeriodRule() {}

  /**
   * The period of a day, as a short text.
   *
   * @param object id of what was acted on; empty when unknown, then all such actions are one object
   */
  public static String period(Limit.Per per, LocalDate day, Rules rules, Optional<String> object) {
    return switch (per) {
      case CAMPAIGN -> "";
      case TERM -> term(day, rules);
      case MONTH -> YearMonth.from(day).toString();
      case WEEK ->
          day.get(IsoFields.WEEK_BASED_YEAR) + "-W" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case DAY -> day.toString();
      case OBJECT -> "object:" + object.orElse("");
    };
  }

  /** The campaign's own term, else the usual one: 2020-2021-1 is the first of that school year. */
  private static String term(LocalDate day, Rules rules) {
    return rules.schoolTerms().stream()
        .filter(t -> !t.from().isAfter(day))
        .reduce((earlier, later) -> later)
        .map(SchoolTerm::code)
        .orElseGet(() -> usualTerm(day));
  }

  private static String usualTerm(LocalDate day) {
    boolean autumn = day.getMonth().compareTo(AUTUMN) >= 0;
    boolean first = autumn || day.getMonth().compareTo(SPRING) < 0;
    int year = autumn ? day.getYear() : day.getYear() - 1;
    return year + "-" + (year + 1) + (first ? "-1" : "-2");
  }
}
