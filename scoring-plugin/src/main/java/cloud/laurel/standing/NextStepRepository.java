package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads what a school's people have not done yet. */
final class NextStepRepository {

  private static final String HELD =
      " WHERE m.school = :school AND m.role = %s"
          + " AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to > :day)";
  private static final String ADMINISTRATORS = HELD.formatted("'ADMINISTRATOR'");
  private static final String TEACHERS = HELD.formatted("'TEACHER'");

  /** One statement. */
  NextStepRule.People people(Handle tx, Campaign campaign, String school, LocalDate day) {
    Map<String, Long> done = new HashMap<>();
    Map<String, Long> counts = new HashMap<>();
    tx.createQuery(
            "SELECT 'ADMINISTRATORS', '', count(DISTINCT m.account) FROM membership m"
                + ADMINISTRATORS
                + " UNION ALL SELECT 'SILENT', '', count(DISTINCT m.account) FROM membership m"
                + " LEFT JOIN person_total t ON t.book = :book AND t.account = m.account"
                + " AND t.role = 'TEACHER'"
                + TEACHERS
                + " AND coalesce(t.points, 0) = 0"
                + " UNION ALL SELECT 'DONE', g.indicator, count(*)"
                + " FROM (SELECT DISTINCT m.account FROM membership m"
                + ADMINISTRATORS
                + ") a JOIN judgement g ON g.account = a.account AND g.book = :book"
                + " WHERE g.place IS NOT NULL GROUP BY g.indicator")
        .bind("book", campaign.book())
        .bind("school", school)
        .bind("day", day)
        .map(
            (row, context) ->
                row.getString(1).equals("DONE")
                    ? done.put(row.getString(2), row.getLong(3))
                    : counts.put(row.getString(1), row.getLong(3)))
        .list();
    return new NextStepRule.People(
        counts.getOrDefault("ADMINISTRATORS", 0L), done, counts.getOrDefault("SILENT", 0L));
  }
}
