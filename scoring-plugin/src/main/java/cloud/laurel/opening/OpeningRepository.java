package cloud.laurel.opening;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.opening.MissingPage.Lack;
import cloud.laurel.opening.SchoolOpening.Central;
import cloud.laurel.standing.SchoolDetail.Opening;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads who has a space and who has not. */
final class OpeningRepository {

  private static final String HERE =
      " FROM (SELECT %s FROM membership WHERE school = :school AND role = :role"
          + " AND valid_from <= :day AND (valid_to IS NULL OR valid_to > :day)"
          + " AND (role = 'TEACHER' OR grade >= :grade) GROUP BY account) m"
          + " JOIN person p ON p.account = m.account";

  private static final String LACKING =
      HERE.formatted("account")
          + " WHERE (p.space_activated_at IS NULL OR p.space_activated_at >= :dayEnd)"
          + " AND (CAST(:lack AS VARCHAR) = '' OR (CASE WHEN p.space_registered_at < :dayEnd"
          + " THEN 'ACTIVATION' ELSE 'REGISTRATION' END) = :lack)";

  /** Every school, by code, with what the book counted of it. */
  List<SchoolOpening> schools(Handle tx, Campaign campaign, Optional<String> school) {
    Query query =
        tx.createQuery(
                "SELECT s.code, s.name, c.code AS central, c.name AS central_name,"
                    + " coalesce(g.stage, 'OTHER') AS stage,"
                    + " t.people AS t_people, t.registered AS t_registered,"
                    + " t.activated AS t_activated, p.people AS p_people,"
                    + " p.registered AS p_registered, p.activated AS p_activated"
                    + " FROM school s"
                    + " LEFT JOIN school c ON c.code = s.parent AND c.kind = 'CENTRAL'"
                    + " LEFT JOIN school_stage g ON g.school = s.code"
                    + " LEFT JOIN school_roster t ON t.book = :book AND t.school = s.code"
                    + " AND t.role = 'TEACHER'"
                    + " LEFT JOIN school_roster p ON p.book = :book AND p.school = s.code"
                    + " AND p.role = 'STUDENT'"
                    + " WHERE s.kind = 'SCHOOL'"
                    + (school.isPresent() ? " AND s.code = :school" : "")
                    + " ORDER BY s.code")
            .bind("book", campaign.book());
    school.ifPresent(s -> query.bind("school", s));
    return query
        .map((row, context) -> opening(row))
        .filter(s -> campaign.includes(s.code()))
        .list();
  }

  private static SchoolOpening opening(ResultSet row) throws SQLException {
    Optional<String> central = Optional.ofNullable(row.getString("central"));
    String name = row.getString("central_name");
    return new SchoolOpening(
        row.getString("code"),
        row.getString("name"),
        central.map(code -> new Central(code, name)),
        Stage.valueOf(row.getString("stage")),
        counts(row, "t_"),
        counts(row, "p_"));
  }

  private static Opening counts(ResultSet row, String prefix) throws SQLException {
    return new Opening(
        row.getLong(prefix + "people"),
        row.getLong(prefix + "registered"),
        row.getLong(prefix + "activated"));
  }

  /** Teachers who lack something, those without a registration first, then by name. */
  MissingPage missing(
      Handle tx,
      Campaign campaign,
      String school,
      LocalDate day,
      Optional<Lack> lack,
      int offset,
      int size) {
    long total =
        bind(tx.createQuery("SELECT count(*)" + LACKING), campaign, school, Role.TEACHER, day)
            .bind("lack", lack.map(Lack::name).orElse(""))
            .mapTo(Long.class)
            .one();
    List<MissingPage.Row> rows =
        bind(
                tx.createQuery(
                    "SELECT p.account, p.name, CASE WHEN p.space_registered_at < :dayEnd"
                        + " THEN p.space_registered_at END AS registered"
                        + LACKING
                        + " ORDER BY CASE WHEN p.space_registered_at < :dayEnd THEN 1 ELSE 0 END,"
                        + " p.name, p.account LIMIT :size OFFSET :offset"),
                campaign,
                school,
                Role.TEACHER,
                day)
            .bind("lack", lack.map(Lack::name).orElse(""))
            .bind("size", size)
            .bind("offset", offset)
            .map(
                (row, context) -> {
                  Optional<LocalDate> registered =
                      Optional.ofNullable(row.getObject("registered", OffsetDateTime.class))
                          .map(at -> campaign.dayOf(at.toInstant()));
                  return new MissingPage.Row(
                      row.getString("account"),
                      row.getString("name"),
                      registered.isPresent() ? Lack.ACTIVATION : Lack.REGISTRATION,
                      registered);
                })
            .list();
    return new MissingPage(total, rows);
  }

  /** A school's pupils by grade and class; the shorter name first, so that 2 comes before 10. */
  List<PupilGroup> pupils(Handle tx, Campaign campaign, String school, LocalDate day) {
    return bind(
            tx.createQuery(
                "SELECT m.grade, m.class_name, count(*) AS people,"
                    + " count(CASE WHEN p.space_registered_at < :dayEnd THEN 1 END) AS registered,"
                    + " count(CASE WHEN p.space_activated_at < :dayEnd THEN 1 END) AS activated"
                    + HERE.formatted(
                        "account, max(grade) AS grade, coalesce(max(class_name), '') AS class_name")
                    + " GROUP BY m.grade, m.class_name ORDER BY m.grade, length(m.class_name), m.class_name"),
            campaign,
            school,
            Role.STUDENT,
            day)
        .map(
            (row, context) ->
                new PupilGroup(row.getInt("grade"), row.getString("class_name"), counts(row, "")))
        .list();
  }

  private static Query bind(
      Query query, Campaign campaign, String school, Role role, LocalDate day) {
    return query
        .bind("school", school)
        .bind("role", role.name())
        .bind("day", day)
        .bind("dayEnd", day.plusDays(1).atStartOfDay(campaign.zone()).toOffsetDateTime())
        .bind("grade", campaign.rulesOn(day).fromGrade());
  }

  /** Finds the stages of schools from the grades of those who are their pupils now. */
  void settleStages(Handle tx, Set<String> schools) {
    Collection<String> some = new ArrayList<>(schools);
    tx.createUpdate("DELETE FROM school_stage WHERE school = ANY(:schools)")
        .bindArray("schools", String.class, some)
        .execute();
    tx.createUpdate(
            "INSERT INTO school_stage (school, stage) SELECT school,"
                + " CASE WHEN max(grade) <= 6 THEN 'PRIMARY' WHEN min(grade) >= 10 THEN 'SENIOR'"
                + " WHEN min(grade) >= 7 AND max(grade) <= 9 THEN 'JUNIOR' ELSE 'ACROSS' END"
                + " FROM membership WHERE school = ANY(:schools) AND role = 'STUDENT'"
                + " AND valid_to IS NULL GROUP BY school")
        .bindArray("schools", String.class, some)
        .execute();
  }
}
