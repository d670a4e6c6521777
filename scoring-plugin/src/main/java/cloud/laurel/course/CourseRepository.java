package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.course.Concentration.Share;
import cloud.laurel.standing.SchoolDetail.Opening;
import cloud.laurel.standing.SchoolScoreRule;
import cloud.laurel.standing.SchoolScoreRule.Counts;
import cloud.laurel.standing.SchoolScoreRule.Parts;
import cloud.laurel.standing.SchoolStandings.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads the course in force; one statement an answer. */
final class CourseRepository {

  private static final String IN_FORCE =
      " (SELECT c.run FROM course c WHERE c.campaign = :campaign) ";

  private static final String STANDINGS =
      "SELECT d.*, s.name FROM standing_day d JOIN school s ON s.code = d.school WHERE d.run ="
          + IN_FORCE;

  Optional<Course> find(Handle tx, int campaign) {
    return tx.createQuery(
            "SELECT r.first_day, r.last_day, r.as_of FROM course_run r WHERE r.id =" + IN_FORCE)
        .bind("campaign", campaign)
        .map(
            (row, context) ->
                new Course(
                    row.getObject(1, LocalDate.class),
                    row.getObject(2, LocalDate.class),
                    row.getObject(3, OffsetDateTime.class).toInstant()))
        .findOne();
  }

  /** All schools on a day, by rank. */
  List<Row> standings(Handle tx, Campaign campaign, LocalDate day) {
    SchoolScoreRule rule = new SchoolScoreRule(campaign, day);
    return tx.createQuery(STANDINGS + "AND d.local_day = :day ORDER BY d.place, d.school")
        .bind("campaign", campaign.id())
        .bind("day", day)
        .map((row, context) -> row(row, rule))
        .list();
  }

  /** A school on all days, the first day first. */
  List<SchoolDay> ofSchool(Handle tx, Campaign campaign, String school) {
    return tx.createQuery(STANDINGS + "AND d.school = :school ORDER BY d.local_day")
        .bind("campaign", campaign.id())
        .bind("school", school)
        .map(
            (row, context) -> {
              LocalDate day = row.getObject("local_day", LocalDate.class);
              return new SchoolDay(day, row(row, new SchoolScoreRule(campaign, day)));
            })
        .list();
  }

  /** Ranks on a day by school. */
  Map<String, Integer> places(Handle tx, int campaign, LocalDate day) {
    Map<String, Integer> places = new HashMap<>();
    tx.createQuery(
            "SELECT d.school, d.place FROM standing_day d WHERE d.run ="
                + IN_FORCE
                + "AND d.local_day = :day")
        .bind("campaign", campaign)
        .bind("day", day)
        .map((row, context) -> places.put(row.getString(1), row.getInt(2)))
        .list();
    return places;
  }

  /** Functions by week, the first week first; school '' for all schools. */
  List<WeekActivity> activity(Handle tx, int campaign, Collection<String> schools) {
    return tx.createQuery(
            "SELECT a.monday, a.indicator, sum(a.awards), sum(a.points) FROM activity_week a"
                + " WHERE a.run ="
                + IN_FORCE
                + "AND a.school = ANY(:schools) GROUP BY a.monday, a.indicator"
                + " ORDER BY a.monday, a.indicator")
        .bind("campaign", campaign)
        .bindArray("schools", String.class, schools)
        .map(
            (row, context) ->
                new WeekActivity(
                    row.getObject(1, LocalDate.class),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4)))
        .list();
  }

  /**
   * Who has the most of the teachers' points and of the leading teachers, on the last day.
   *
   * @param most how many schools of each
   */
  Optional<Concentration> concentration(Handle tx, int campaign, int most) {
    record Found(Instant asOf, int places, long leaders, long points, Share share) {}
    List<Found> found = new ArrayList<>();
    tx.createQuery(
            "SELECT w.places, w.leaders, w.all_points, w.school, s.name, w.points, w.people,"
                + " w.as_of FROM (SELECT r.as_of, r.places, r.leaders, d.school, d.teacher_points AS points,"
                + " coalesce(l.people, 0) AS people, sum(d.teacher_points) OVER () AS all_points,"
                + " row_number() OVER (ORDER BY d.teacher_points DESC, d.school) AS by_points,"
                + " row_number() OVER (ORDER BY coalesce(l.people, 0) DESC, d.school) AS by_people"
                + " FROM course_run r JOIN standing_day d ON d.run = r.id"
                + " AND d.local_day = r.last_day"
                + " LEFT JOIN leading_teachers l ON l.run = r.id AND l.school = d.school"
                + " WHERE r.id ="
                + IN_FORCE
                + ") w JOIN school s ON s.code = w.school"
                + " WHERE w.by_points <= :most OR w.by_people <= :most")
        .bind("campaign", campaign)
        .bind("most", most)
        .map(
            (row, context) ->
                found.add(
                    new Found(
                        row.getObject("as_of", OffsetDateTime.class).toInstant(),
                        row.getInt(1),
                        row.getLong(2),
                        row.getLong(3),
                        new Share(
                            row.getString(4), row.getString(5), row.getLong(6), row.getLong(7)))))
        .list();
    return found.stream()
        .findFirst()
        .map(
            f ->
                new Concentration(
                    f.asOf(),
                    f.places(),
                    f.leaders(),
                    f.points(),
                    found.stream().map(Found::share).toList()));
  }

  private static Row row(ResultSet row, SchoolScoreRule rule) throws SQLException {
    Map<Role, Opening> people =
        Map.of(
            Role.ADMINISTRATOR, people(row, "administrators"),
            Role.TEACHER, people(row, "teachers"),
            Role.STUDENT, people(row, "pupils"));
    Map<Role, Long> points =
        Map.of(
            Role.ADMINISTRATOR, row.getLong("administrator_points"),
            Role.TEACHER, row.getLong("teacher_points"));
    Parts parts =
        rule.parts(
            new Counts(people, points, Map.of(), Map.of()),
            row.getLong("pupil_points"),
            row.getInt("months"));
    return Row.of(row.getString("school"), row.getString("name"), row.getInt("place"), parts);
  }

  private static Opening people(ResultSet row, String column) throws SQLException {
    return new Opening(row.getLong(column), row.getLong(column + "_registered"), 0);
  }
}
