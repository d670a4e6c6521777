package cloud.laurel.standing;

import cloud.laurel.campaign.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads the running totals. */
final class StandingRepository {

  record SchoolName(String code, String name) {}

  /**
   * One count.
   *
   * @param key the role of PEOPLE and POINTS, the month of ELIGIBLE, PARTICIPANTS and CLOSED, the
   *     day of COUNTED, else empty
   * @param first people, points, eligible, participants or actions
   * @param second registered, of PEOPLE
   * @param third activated, of PEOPLE
   */
  record Count(
      Kind kind,
      String school,
      String key,
      String indicator,
      int alternative,
      long first,
      long second,
      long third) {

    /** What is counted. */
    enum Kind {
      PEOPLE,
      POINTS,
      ELIGIBLE,
      PARTICIPANTS,
      CLOSED,
      COUNTED,
      PENDING
    }
  }

  /** {@code missing}: to the points of whoever is next, 0 for the first. */
  record Place(long rank, long among, long missing) {}

  record Earned(String indicator, String period, long counted, long points, long today) {}

  List<SchoolName> schools(Handle tx) {
    return tx.createQuery("SELECT code, name FROM school WHERE kind = 'SCHOOL' ORDER BY code")
        .map((row, context) -> new SchoolName(row.getString(1), row.getString(2)))
        .list();
  }

  /**
   * Everything that scores are made of, of all schools or one, as it was at one moment: one
   * statement sees no batch by halves.
   */
  List<Count> counts(Handle tx, int book, Optional<String> school) {
    String only = school.isPresent() ? " AND school = :school" : "";
    Query query =
        tx.createQuery(
                "SELECT 'PEOPLE', school, role, '', 0, people, registered, activated"
                    + " FROM school_roster WHERE book = :book"
                    + only
                    + " UNION ALL SELECT 'POINTS', school, role, '', 0, points, 0, 0"
                    + " FROM school_total WHERE book = :book"
                    + only
                    + " UNION ALL SELECT 'ELIGIBLE', school, in_month, '', 0, eligible, 0, 0"
                    + " FROM school_month WHERE book = :book"
                    + only
                    + " UNION ALL SELECT 'PARTICIPANTS', school, in_month, indicator, alternative,"
                    + " participants, 0, 0 FROM school_participation WHERE book = :book"
                    + only
                    + " UNION ALL SELECT 'CLOSED', '', in_month, '', 0, 0, 0, 0"
                    + " FROM closed_month WHERE book = :book"
                    + " UNION ALL SELECT 'COUNTED', '', CAST(counted_for AS VARCHAR), '', 0, 0, 0, 0"
                    + " FROM book WHERE id = :book AND counted_for IS NOT NULL"
                    + " UNION ALL SELECT 'PENDING', '', '', '', 0, coalesce(sum(actions), 0), 0, 0"
                    + " FROM rejudge WHERE book = :book")
            .bind("book", book);
    school.ifPresent(s -> query.bind("school", s));
    return query
        .map(
            (row, context) ->
                new Count(
                    Count.Kind.valueOf(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8)))
        .list();
  }

  /** Actions accepted and not yet scored. */
  long pending(Handle tx, int book) {
    return tx.createQuery("SELECT coalesce(sum(actions), 0) FROM rejudge WHERE book = :c")
        .bind("c", book)
        .mapTo(Long.class)
        .one();
  }

  /** A person's points by role. */
  Map<Role, Long> personPoints(Handle tx, int book, String account) {
    return tx
        .createQuery("SELECT role, points FROM person_total WHERE book = :c AND account = :account")
        .bind("c", book)
        .bind("account", account)
        .map((row, context) -> Map.entry(Role.valueOf(row.getString(1)), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Rank by points among those of a school who hold a role on a day. */
  Place placeIn(Handle tx, int book, String school, Role role, long points, LocalDate day) {
    return tx.createQuery(
            "SELECT count(CASE WHEN t.points > :points THEN 1 END) + 1, count(*),"
                + " coalesce(min(CASE WHEN t.points > :points THEN t.points END) - :points, 0)"
                + " FROM (SELECT DISTINCT account FROM membership"
                + " WHERE school = :school AND role = :role"
                + " AND valid_from <= :day AND (valid_to IS NULL OR valid_to > :day)) m"
                + " LEFT JOIN person_total t ON t.book = :c AND t.account = m.account"
                + " AND t.role = :role")
        .bind("c", book)
        .bind("school", school)
        .bind("role", role.name())
        .bind("points", points)
        .bind("day", day)
        .map((row, context) -> new Place(row.getLong(1), row.getLong(2), row.getLong(3)))
        .one();
  }

  /** What each day brought somebody. */
  SortedMap<LocalDate, Long> days(Handle tx, int book, String account) {
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    tx.createQuery(
            "SELECT local_day, sum(points) FROM judgement WHERE book = :book"
                + " AND account = :account AND place IS NOT NULL GROUP BY local_day"
                + " HAVING sum(points) > 0")
        .bind("book", book)
        .bind("account", account)
        .map((row, context) -> days.put(row.getObject(1, LocalDate.class), row.getLong(2)))
        .list();
    return days;
  }

  /** What a person's counted actions earned, by indicator and limit period. */
  List<Earned> earned(Handle tx, int book, String account, LocalDate today) {
    return tx.createQuery(
            "SELECT indicator, period, count(*), sum(points),"
                + " sum(CASE WHEN local_day = :today THEN points ELSE 0 END) FROM judgement"
                + " WHERE book = :c AND account = :account AND place IS NOT NULL"
                + " GROUP BY indicator, period")
        .bind("c", book)
        .bind("account", account)
        .bind("today", today)
        .map(
            (row, context) ->
                new Earned(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5)))
        .list();
  }
}
