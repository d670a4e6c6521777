package cloud.laurel.worklist;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads what schools have done from the running totals, for all of them in two statements. */
final class WorklistRepository {

  /** One shape for everything that is counted by school, so that it is one statement. */
  private static final String FACTS =
      """
      SELECT 'PEOPLE' AS kind, school, role AS subject, 0 AS place,
        CAST(registered AS BIGINT) AS part, CAST(people AS BIGINT) AS whole,
        CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS happened
      FROM school_roster WHERE book = :book %1$s
      UNION ALL
      SELECT 'POINTS', school, '', 0, points, 0, NULL
      FROM school_total WHERE book = :book AND role = 'ADMINISTRATOR' %1$s
      UNION ALL
      SELECT 'PUPILS', school, in_month, 0, 0, eligible, NULL
      FROM school_month WHERE book = :book AND in_month >= :month %1$s
      UNION ALL
      SELECT 'PART', school, in_month || ' ' || indicator, alternative, participants, 0, NULL
      FROM school_participation WHERE book = :book AND in_month >= :month %1$s
      UNION ALL
      SELECT 'REMINDER', school, item || ' ' || told_by, 0, 0, 0, max(told_at)
      FROM reminder WHERE campaign = :campaign %1$s GROUP BY school, item, told_by""";

  /** A school without its work. */
  record Place(String code, String name, Optional<CentralSchool> central) {}

  /** What was read of one school. */
  static final class Read {
    final Map<Role, Rate> people = new EnumMap<>(Role.class);
    final Map<String, Long> pupils = new HashMap<>();
    final Map<MonthPart, Long> participants = new HashMap<>();
    final Map<Item, Reminded> reminded = new EnumMap<>(Item.class);
    long points;

    SchoolFacts facts(Campaign campaign, List<YearMonth> months, Preparation preparation) {
      return new SchoolFacts(
          of(Role.TEACHER),
          of(Role.STUDENT),
          of(Role.ADMINISTRATOR).whole(),
          points,
          rates(campaign, months),
          preparation);
    }

    private Rate of(Role role) {
      return people.getOrDefault(role, new Rate(0, 0));
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
    Query query =
        tx.createQuery(FACTS.formatted(school.isPresent() ? "AND school = :school" : ""))
            .bind("book", campaign.book())
            .bind("campaign", campaign.id())
            .bind("month", month);
    school.ifPresent(s -> query.bind("school", s));
    query
        .map(
            (row, context) -> {
              add(read.computeIfAbsent(row.getString("school"), s -> new Read()), row);
              return true;
            })
        .list();
    return read;
  }

  private static void add(Read school, ResultSet row) throws SQLException {
    String subject = row.getString("subject");
    switch (row.getString("kind")) {
      case "PEOPLE" ->
          school.people.put(
              Role.valueOf(subject), new Rate(row.getLong("part"), row.getLong("whole")));
      case "POINTS" -> school.points = row.getLong("part");
      case "PUPILS" -> school.pupils.put(subject, row.getLong("whole"));
      case "PART" -> {
        int space = subject.indexOf(' ');
        MonthPart part =
            new MonthPart(
                subject.substring(0, space), subject.substring(space + 1), row.getInt("place"));
        school.participants.put(part, row.getLong("part"));
      }
      default -> {
        int space = subject.indexOf(' ');
        OffsetDateTime at = row.getObject("happened", OffsetDateTime.class);
        school.reminded.merge(
            Item.valueOf(subject.substring(0, space)),
            new Reminded(at.toInstant(), subject.substring(space + 1)),
            (one, other) -> one.at().isAfter(other.at()) ? one : other);
      }
    }
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
