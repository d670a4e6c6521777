package cloud.laurel.roster;

import cloud.laurel.campaign.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The people of a day in the columns of the template. */
final class CurrentRepository {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Handle tx;

  CurrentRepository(Handle tx) {
    this.tx = tx;
  }

  /** Hands them on, school by school, staff first. */
  void people(
      Optional<String> school, LocalDate day, Locale language, Consumer<List<String>> rows) {
    Query query =
        tx.createQuery(
                """
                SELECT p.account, s.code, s.name AS school, p.name, p.username, m.role, m.grade,
                  m.class_name, p.space_registered_at, p.space_activated_at, p.email
                FROM membership m JOIN person p ON p.account = m.account
                JOIN school s ON s.code = m.school
                WHERE m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to > :day)"""
                    + (school.isPresent() ? " AND m.school = :school" : "")
                    + " ORDER BY s.code, m.role, m.grade, m.class_name, p.account")
            .bind("day", Sql.date(day))
            .setFetchSize(1000);
    school.ifPresent(code -> query.bind("school", code));
    query.map((row, c) -> cells(row, language)).forEach(rows);
  }

  private static List<String> cells(ResultSet row, Locale language) throws SQLException {
    int grade = row.getInt("grade");
    return List.of(
        row.getString("account"),
        row.getString("code"),
        row.getString("school"),
        row.getString("name"),
        Sql.text(row, "username").orElse(""),
        role(Role.valueOf(row.getString("role")), language),
        grade == 0 ? "" : Integer.toString(grade),
        Sql.text(row, "class_name").orElse(""),
        time(row, "space_registered_at"),
        time(row, "space_activated_at"),
        Sql.text(row, "email").orElse(""));
  }

  private static String role(Role role, Locale language) {
    boolean english = language.getLanguage().equals("en");
    return switch (role) {
      case ADMINISTRATOR -> english ? "administrator" : "管理员";
      case TEACHER -> english ? "teacher" : "教师";
      case STUDENT -> english ? "student" : "学生";
    };
  }

  private static String time(ResultSet row, String column) throws SQLException {
    return Sql.time(row, column).map(t -> TIME.format(t.atZone(ZONE))).orElse("");
  }
}
