package cloud.laurel.standing;

import cloud.laurel.campaign.Role;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Lists the people of a school with their points and ranks. */
final class PeopleRepository {

  /** Ranks the school's people first and cuts the page last: its cost is that of the school. */
  private static final String PEOPLE =
      """
      SELECT p.account, p.name, w.points, w.rank_in_school, w.total,
        CASE WHEN p.space_activated_at < :dayEnd THEN 2
          WHEN p.space_registered_at < :dayEnd THEN 1 ELSE 0 END AS space
      FROM (
        SELECT m.account, COALESCE(t.points, 0) AS points,
          RANK() OVER (ORDER BY COALESCE(t.points, 0) DESC) AS rank_in_school,
          COUNT(*) OVER () AS total
        FROM (
          SELECT DISTINCT account FROM membership
          WHERE school = :school AND role = :role
            AND valid_from <= :day AND (valid_to IS NULL OR valid_to > :day)) m
        LEFT JOIN person_total t
          ON t.book = :book AND t.account = m.account AND t.role = :role) w
      JOIN person p ON p.account = w.account
      """;

  record Found(PeoplePage.Row row, long total) {}

  /**
   * A page of them.
   *
   * @param spread of the role's points over all schools, for the ranks in all
   */
  List<Found> people(
      Handle tx,
      int book,
      String school,
      Role role,
      LocalDate day,
      OffsetDateTime dayEnd,
      PeopleOrder order,
      int offset,
      int size,
      Spread spread) {
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
                        spread.rank(row.getLong("points")),
                        PeoplePage.Space.values()[row.getInt("space")]),
                    row.getLong("total")))
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
