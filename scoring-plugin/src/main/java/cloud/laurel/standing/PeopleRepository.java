package cloud.laurel.standing;

import cloud.laurel.campaign.Role;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Lists the people of a school with their points and ranks. */
final class PeopleRepository {

  /**
   * Ranks everybody of the role first, then those of the school, and cuts the page last: one
   * statement, and its cost is that of the role's people, whatever the page.
   */
  private static final String PEOPLE =
      """
      SELECT p.account, p.name, w.points, w.rank_in_school, w.rank_in_all, w.total, w.among,
        CASE WHEN p.space_activated_at < :dayEnd THEN 2
          WHEN p.space_registered_at < :dayEnd THEN 1 ELSE 0 END AS space
      FROM (
        SELECT a.account, a.points, a.rank_in_all, a.among,
          RANK() OVER (ORDER BY a.points DESC) AS rank_in_school, COUNT(*) OVER () AS total
        FROM (
          SELECT m.account, COALESCE(t.points, 0) AS points, m.here,
            RANK() OVER (ORDER BY COALESCE(t.points, 0) DESC) AS rank_in_all,
            COUNT(*) OVER () AS among
          FROM (
            SELECT account, MAX(CASE WHEN school = :school THEN 1 ELSE 0 END) AS here
            FROM membership
            WHERE role = :role AND valid_from <= :day AND (valid_to IS NULL OR valid_to > :day)
            GROUP BY account) m
          LEFT JOIN person_total t
            ON t.book = :book AND t.account = m.account AND t.role = :role) a
        WHERE a.here = 1) w
      JOIN person p ON p.account = w.account
      """;

  record Found(PeoplePage.Row row, long total, long among) {}

  List<Found> people(
      Handle tx,
      int book,
      String school,
      Role role,
      LocalDate day,
      OffsetDateTime dayEnd,
      PeopleOrder order,
      int offset,
      int size) {
    return tx.createQuery(PEOPLE + orderBy(order) + " LIMIT :size OFFSET :offset")
        .bind("book", book)
        .bind("school", school)
        .bind("role", role.name())
        .bind("day", day)
        .bind("dayEnd", dayEnd)
        .bind("size", size)
        .bind("offset", offset)
        .map(
            (row, context) ->
                new Found(
                    new PeoplePage.Row(
                        row.getString("account"),
                        row.getString("name"),
                        row.getLong("points"),
                        row.getLong("rank_in_school"),
                        row.getLong("rank_in_all"),
                        PeoplePage.Space.values()[row.getInt("space")]),
                    row.getLong("total"),
                    row.getLong("among")))
        .list();
  }

  private static String orderBy(PeopleOrder order) {
    String column =
        switch (order.by()) {
          case NAME -> "p.name";
          case POINTS -> "w.points";
          case SPACE -> "space";
        };
    return "ORDER BY " + column + (order.descending() ? " DESC" : " ASC") + ", p.name, p.account";
  }
}
