package cloud.laurel.opening;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.standing.SchoolDetail.Opening;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** What was counted of a campaign's past weeks. */
final class OpeningWeekRepository {

  /** For all schools together. */
  static final String ALL = "";

  /** People in a role at the end of a week. */
  record Week(LocalDate lastDay, Role role, Opening opening) {}

  /** The last days of the weeks that need no counting. */
  Set<LocalDate> counted(Handle tx, Campaign campaign) {
    return new HashSet<>(
        tx.createQuery("SELECT last_day FROM opening_counted WHERE campaign = :campaign")
            .bind("campaign", campaign.id())
            .mapTo(LocalDate.class)
            .list());
  }

  /** A roster touches every running campaign; settled ones stay as they were. */
  void forget(Handle tx, LocalDate from) {
    tx.execute(
        "DELETE FROM opening_counted WHERE last_day >= ?"
            + " AND campaign IN (SELECT id FROM campaign WHERE state = 'RUNNING')",
        from);
  }

  /** What became known of a past day makes the weeks from it on out of date. */
  void forget(Handle tx, Campaign campaign, LocalDate from) {
    tx.execute(
        "DELETE FROM opening_counted WHERE campaign = ? AND last_day >= ?", campaign.id(), from);
  }

  /** Counts a week from the roster: each school, each central school, and all. */
  void count(Handle tx, Campaign campaign, LocalDate day) {
    tx.execute("DELETE FROM opening_week WHERE campaign = ? AND last_day = ?", campaign.id(), day);
    countSchools(tx, campaign, day);
    sum(tx, campaign, day, "''", "");
    sum(
        tx,
        campaign,
        day,
        "c.code",
        " JOIN school s ON s.code = w.unit JOIN school c ON c.code = s.parent AND c.kind = 'CENTRAL'");
    tx.execute(
        "INSERT INTO opening_counted (campaign, last_day) VALUES (?, ?) ON CONFLICT DO NOTHING",
        campaign.id(),
        day);
  }

  /** Adds the schools up; all of them first, while there is nothing else. */
  private static void sum(
      Handle tx, Campaign campaign, LocalDate day, String unit, String grouped) {
    tx.createUpdate(
            "INSERT INTO opening_week"
                + " (unit, campaign, last_day, role, people, registered, activated)"
                + " SELECT u.unit, CAST(:campaign AS INT), CAST(:day AS DATE), u.role,"
                + " sum(u.people), sum(u.registered), sum(u.activated) FROM (SELECT "
                + unit
                + " AS unit, w.role, w.people, w.registered, w.activated FROM opening_week w"
                + grouped
                + " WHERE w.campaign = :campaign AND w.last_day = :day) u GROUP BY u.unit, u.role")
        .bind("campaign", campaign.id())
        .bind("day", day)
        .execute();
  }

  private static void countSchools(Handle tx, Campaign campaign, LocalDate day) {
    Set<String> part = campaign.schools();
    Update insert =
        tx.createUpdate(
                "INSERT INTO opening_week"
                    + " (unit, campaign, last_day, role, people, registered, activated)"
                    + " SELECT m.school, CAST(:campaign AS INT), CAST(:day AS DATE), m.role,"
                    + " count(*), count(CASE WHEN p.space_registered_at < :dayEnd THEN 1 END),"
                    + " count(CASE WHEN p.space_activated_at < :dayEnd THEN 1 END)"
                    + " FROM (SELECT DISTINCT account, school, role FROM membership"
                    + " WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to > :day)"
                    + " AND (role = 'TEACHER' OR role = 'STUDENT' AND grade >= :grade)"
                    + (part.isEmpty() ? "" : " AND school = ANY(:schools)")
                    + ") m JOIN person p ON p.account = m.account GROUP BY m.school, m.role")
            .bind("campaign", campaign.id())
            .bind("day", day)
            .bind("dayEnd", day.plusDays(1).atStartOfDay(campaign.zone()).toOffsetDateTime())
            .bind("grade", campaign.rulesOn(day).fromGrade());
    if (!part.isEmpty()) {
      insert.bindArray("schools", String.class, List.copyOf(part));
    }
    insert.execute();
  }

  /** The weeks of a school, a central school, or {@link #ALL}, oldest first. */
  List<Week> of(Handle tx, Campaign campaign, String unit) {
    return tx.createQuery(
            "SELECT last_day, role, people, registered, activated FROM opening_week"
                + " WHERE campaign = :campaign AND unit = :unit ORDER BY last_day, role")
        .bind("campaign", campaign.id())
        .bind("unit", unit)
        .map(
            (row, context) ->
                new Week(
                    row.getObject("last_day", LocalDate.class),
                    Role.valueOf(row.getString("role")),
                    new Opening(
                        row.getLong("people"),
                        row.getLong("registered"),
                        row.getLong("activated"))))
        .list();
  }
}
