package cloud.laurel.worklist;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.standing.Rate;
import cloud.laurel.worklist.SchoolFacts.MonthPart;
import cloud.laurel.worklist.SchoolWork.CentralSchool;
import cloud.laurel.worklist.SchoolWork.Reminded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads what schools have done from the running totals, for all of them in a few statements with
 * few rows: H2 writes a result of some ten thousand rows to its disk before it hands it out.
 */
final class WorklistRepository {

  private static final String PEOPLE =
      """
      SELECT r.school,
        sum(CASE WHEN r.role = 'TEACHER' THEN r.people ELSE 0 END) AS teachers,
        sum(CASE WHEN r.role = 'TEACHER' THEN r.registered ELSE 0 END) AS teachers_registered,
        sum(CASE WHEN r.role = 'STUDENT' THEN r.people ELSE 0 END) AS students,
        sum(CASE WHEN r.role = 'STUDENT' THEN r.registered ELSE 0 END) AS students_registered,
        sum(CASE WHEN r.role = 'ADMINISTRATOR' THEN r.people ELSE 0 END) AS administrators,
        coalesce(max(t.points), 0) AS points
      FROM school_roster r
      LEFT JOIN school_total t
        ON t.book = r.book AND t.school = r.school AND t.role = 'ADMINISTRATOR'
      WHERE r.book = :book %s GROUP BY r.school""";

  private static final String MONTHS =
      """
      SELECT m.school, m.in_month, m.eligible, p.indicator, p.alternative, p.participants
      FROM school_month m
      LEFT JOIN school_participation p
        ON p.book = m.book AND p.school = m.school AND p.in_month = m.in_month
      WHERE m.book = :book AND m.in_month >= :month %s""";

  private static final String REMINDERS =
      """
      SELECT r.school, r.item, r.told_by, max(r.told_at) AS told_at
      FROM reminder r WHERE r.campaign = :campaign %s GROUP BY r.school, r.item, r.told_by""";

  private static final Rate NOBODY = new Rate(0, 0);

  /** A school without its work. */
  record Place(String code, String name, Optional<CentralSchool> central) {}

  /** What was read of one school. */
  static final class Read {
    Rate teachers = NOBODY;
    Rate students = NOBODY;
    long administrators;
    final Map<String, Long> pupils = new HashMap<>();
    final Map<MonthPart, Long> participants = new HashMap<>();
    final Map<Item, Reminded> reminded = new EnumMap<>(Item.class);
    long points;

    SchoolFacts facts(Campaign campaign, List<YearMonth> months, Preparation preparation) {
      return new SchoolFacts(
          teachers, students, administrators, points, rates(campaign, months), preparation);
    }

    private Map<MonthPart, Rate> rates(Campaign campaign, List<YearMonth> months) {
      Map<MonthPart, Rate> rates = new HashMap<>();
      for (YearMonth month : months) {
        long whole = pupils.getOrDefault(month.toString(), 0L);
        campaign
            .rulesOf(month)
            .participation()
            .forEach(
                rule -> {
                  for (int i = 0; i < rule.counted().size(); i++) {
                    MonthPart part = new MonthPart(month.toString(), rule.code(), i);
                    rates.put(part, new Rate(participants.getOrDefault(part, 0L), whole));
                  }
                });
      }
      return rates;
    }
  }

  /** Every school or one, by name. */
  List<Place> schools(Handle tx, Optional<String> school) {
    Query query =
        tx.createQuery(
            "SELECT s.code, s.name, c.code AS central, c.name AS central_name FROM school s"
                + " LEFT JOIN school c ON c.code = s.parent AND c.kind = 'CENTRAL'"
                + " WHERE s.kind = 'SCHOOL'"
                + (school.isPresent() ? " AND s.code = :school" : "")
                + " ORDER BY s.name, s.code");
    school.ifPresent(s -> query.bind("school", s));
    return query.map((row, context) -> place(row)).list();
  }

  private static Place place(ResultSet row) throws SQLException {
    String name = row.getString("central_name");
    return new Place(
        row.getString("code"),
        row.getString("name"),
        Optional.ofNullable(row.getString("central")).map(code -> new CentralSchool(code, name)));
  }

  /**
   * What is counted, by school.
   *
   * @param month the first of the pupils' months that matter
   * @param school only this one; empty for all
   */
  Map<String, Read> facts(Handle tx, Campaign campaign, String month, Optional<String> school) {
    Map<String, Read> read = new HashMap<>();
    Function<ResultSet, Read> of =
        row -> {
          try {
            return read.computeIfAbsent(row.getString("school"), s -> new Read());
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        };
    query(tx, PEOPLE, "r", school)
        .bind("book", campaign.book())
        .map((row, context) -> people(of.apply(row), row))
        .list();
    query(tx, MONTHS, "m", school)
        .bind("book", campaign.book())
        .bind("month", month)
        .map((row, context) -> month(of.apply(row), row))
        .list();
    query(tx, REMINDERS, "r", school)
        .bind("campaign", campaign.id())
        .map((row, context) -> reminder(of.apply(row), row))
        .list();
    return read;
  }

  private static Query query(Handle tx, String sql, String table, Optional<String> school) {
    Query query =
        tx.createQuery(
            sql.formatted(school.isPresent() ? "AND " + table + ".school = :school" : ""));
    school.ifPresent(s -> query.bind("school", s));
    return query;
  }

  private static Read people(Read school, ResultSet row) throws SQLException {
    school.teachers = new Rate(row.getLong("teachers_registered"), row.getLong("teachers"));
    school.students = new Rate(row.getLong("students_registered"), row.getLong("students"));
    school.administrators = row.getLong("administrators");
    school.points = row.getLong("points");
    return school;
  }

  private static Read month(Read school, ResultSet row) throws SQLException {
    String month = row.getString("in_month");
    school.pupils.put(month, row.getLong("eligible"));
    String indicator = row.getString("indicator");
    if (indicator != null) {
      school.participants.put(
          new MonthPart(month, indicator, row.getInt("alternative")), row.getLong("participants"));
    }
    return school;
  }

  private static Read reminder(Read school, ResultSet row) throws SQLException {
    school.reminded.merge(
        Item.valueOf(row.getString("item")),
        new Reminded(
            row.getObject("told_at", OffsetDateTime.class).toInstant(), row.getString("told_by")),
        (one, other) -> one.at().isAfter(other.at()) ? one : other);
    return school;
  }

  /** One who can be reminded. */
  record Administrator(String school, String account) {}

  /** The administrators of all schools on a day, who have a name to sign in with. */
  List<Administrator> administrators(Handle tx, LocalDate day) {
    return tx.createQuery(
            "SELECT DISTINCT m.school, m.account FROM membership m"
                + " JOIN person p ON p.account = m.account"
                + " WHERE m.role = 'ADMINISTRATOR' AND p.username IS NOT NULL"
                + " AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to > :day)"
                + " ORDER BY m.school, m.account")
        .bind("day", day)
        .map((row, context) -> new Administrator(row.getString(1), row.getString(2)))
        .list();
  }

  /** Notes a reminder; not when the school was reminded of the item on the same day already. */
  boolean remind(
      Handle tx,
      Campaign campaign,
      String school,
      Item item,
      LocalDate day,
      OffsetDateTime at,
      String by) {
    return tx.createUpdate(
                "INSERT INTO reminder (campaign, school, item, on_day, told_at, told_by)"
                    + " VALUES (:campaign, :school, :item, :day, :at, :by) ON CONFLICT DO NOTHING")
            .bind("campaign", campaign.id())
            .bind("school", school)
            .bind("item", item.name())
            .bind("day", day)
            .bind("at", at)
            .bind("by", by)
            .execute()
        == 1;
  }
}
