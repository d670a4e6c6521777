package cloud.laurel.course;

import java.time.LocalDate;

/**
 * What a function brought in a week.
 *
 * @param monday the week's first day, which may lie before the campaign's
 * @param indicator the function's code
 * @param awards how often it counted
 * @param points what that earned
 */
public record WeekActivity(LocalDate monday, String indicator, long awards, long points) {}
