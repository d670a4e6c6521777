package cloud.laurel.goal;

import java.util.List;

/**
 * A goal as somebody wrote it down, not checked yet.
 *
 * @param name what people shall call it
 * @param role TEACHER or ADMINISTRATOR
 * @param indicators codes; empty for all of the role
 * @param points a whole number
 * @param period CAMPAIGN, TERM or MONTH
 */
public record GoalDraft(
    String name, String role, List<String> indicators, String points, String period) {}
