package cloud.laurel.worklist;

import cloud.laurel.standing.Rate;
import java.util.Map;

/**
 * What is known of a school's work.
 *
 * @param teachers registered of eligible
 * @param students the same of the pupils from the campaign's grade on
 * @param administrators people on the roster in this role
 * @param administratorPoints points of their awards
 * @param months pupils who took part, by month, rule and alternative
 */
record SchoolFacts(
    Rate teachers,
    Rate students,
    long administrators,
    long administratorPoints,
    Map<MonthPart, Rate> months,
    Preparation preparation) {

  /** One alternative of one participation rule in one month, as the totals name it. */
  record MonthPart(String month, String rule, int alternative) {}
}
