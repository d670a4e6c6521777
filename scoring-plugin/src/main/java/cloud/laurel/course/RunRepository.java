package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.standing.SchoolDetail.Opening;
import cloud.laurel.standing.SchoolScoreRule.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Sees to it that one node makes a course, and stores it beside the one in force. */
final class RunRepository {

  /** A node that has not finished by then is gone. */
  private static final Duration ABANDONED = Duration.ofHours(6);

  private static final String STANDING =
      "INSERT INTO standing_day (run, local_day, school, place, administrators,"
          + " administrators_registered, administrator_points, teachers, teachers_registered,"
          + " teacher_points, pupils, pupils_registered, pupil_points, months)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private record Head(
      Optional<LocalDate> last,
      Optional<Integer> book,
      Optional<Instant> makingSince,
      boolean asked,
      Optional<Instant> notBefore) {

    /** Whether a new course is wanted and nobody makes one. */
    boolean isDue(Campaign campaign, LocalDate due, Instant now) {
      boolean wanted =
          asked
              || last.isEmpty()
              || last.get().isBefore(due)
              || !book.equals(Optional.of(campaign.book()));
      return wanted
          && makingSince.map(since -> since.isBefore(now.minus(ABANDONED))).orElse(true)
          && notBefore.map(time -> !now.isBefore(time)).orElse(true);
    }
  }

  /** Has one made as soon as possible. */
  void ask(Handle tx, int campaign, Instant now) {
    know(tx, campaign);
    tx.execute(
        "UPDATE course SET asked_at = ?, not_before = NULL WHERE campaign = ?",
        time(now),
        campaign);
  }

  /**
   * Takes the making of a course for this node, when one is due and nobody has it.
   *
   * @param due the day that a course must reach by now
   * @return the run's number
   */
  OptionalLong claim(Handle tx, CourseDays days, LocalDate due, Instant now) {
    Campaign campaign = days.campaign();
    know(tx, campaign.id());
    Head head =
        tx.createQuery(
                "SELECT c.asked_at, c.not_before, r.last_day, r.book, m.started_at FROM course c"
                    + " LEFT JOIN course_run r ON r.id = c.run"
                    + " LEFT JOIN course_run m ON m.id = c.making WHERE c.campaign = :campaign")
            .bind("campaign", campaign.id())
            .map((row, context) -> head(row))
            .one();
    if (!head.isDue(campaign, due, now)) {
      return OptionalLong.empty();
    }
    long run =
        tx.createUpdate(
                "INSERT INTO course_run (campaign, book, first_day, last_day, started_at)"
                    + " VALUES (:campaign, :book, :first, :last, :now)")
            .bind("campaign", campaign.id())
            .bind("book", campaign.book())
            .bind("first", days.first())
            .bind("last", days.last())
            .bind("now", time(now))
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    tx.execute(
        "UPDATE course SET making = ?, asked_at = NULL WHERE campaign = ?", run, campaign.id());
    return OptionalLong.of(run);
  }

  /** The row is this node's until the transaction ends. */
  private static void know(Handle tx, int campaign) {
    tx.execute("INSERT INTO course (campaign) VALUES (?) ON CONFLICT DO NOTHING", campaign);
    tx.createQuery("SELECT campaign FROM course WHERE campaign = :campaign FOR UPDATE")
        .bind("campaign", campaign)
        .mapTo(Integer.class)
        .one();
  }

  void storeDay(Handle tx, long run, LocalDate day, List<PlacedSchool> schools) {
    PreparedBatch batch = tx.prepareBatch(STANDING);
    for (PlacedSchool school : schools) {
      Counts counts = school.counts();
      Opening administrators = counts.people().get(Role.ADMINISTRATOR);
      Opening teachers = counts.people().get(Role.TEACHER);
      Opening pupils = counts.people().get(Role.STUDENT);
      batch.add(
          run,
          day,
          school.school(),
          school.place(),
          administrators.eligible(),
          administrators.registered(),
          counts.points().get(Role.ADMINISTRATOR),
          teachers.eligible(),
          teachers.registered(),
          counts.points().get(Role.TEACHER),
          pupils.eligible(),
          pupils.registered(),
          school.pupilPoints(),
          school.months());
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** Stores what the functions of a school brought by week; school '' for all of them. */
  void storeWeeks(Handle tx, long run, Map<String, SchoolTally> schools) {
    PreparedBatch batch =
        tx.prepareBatch(
            "INSERT INTO activity_week (run, school, monday, indicator, awards, points)"
                + " VALUES (?, ?, ?, ?, ?, ?)");
    schools.forEach(
        (school, tally) ->
            tally.weeks(
                (monday, indicator, awards, points) ->
                    batch.add(run, school, monday, indicator, awards, points)));
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** Stores how many of the leading teachers each school has. */
  void storeLeaders(Handle tx, long run, int places, Map<String, Integer> leaders) {
    leaders.forEach(
        (school, people) ->
            tx.execute(
                "INSERT INTO leading_teachers (run, school, people) VALUES (?, ?, ?)",
                run,
                school,
                people));
    tx.execute(
        "UPDATE course_run SET places = ?, leaders = ? WHERE id = ?",
        places,
        leaders.values().stream().mapToInt(Integer::intValue).sum(),
        run);
  }

  /** Puts a complete course in the place of the one in force; nothing when it was given up. */
  void finish(Handle tx, int campaign, long run, Instant asOf) {
    know(tx, campaign);
    tx.execute("UPDATE course_run SET as_of = ? WHERE id = ?", time(asOf), run);
    tx.execute(
        "UPDATE course SET run = making, making = NULL, not_before = NULL"
            + " WHERE campaign = ? AND making = ?",
        campaign,
        run);
  }

  /** Leaves the one in force and says when to try again. */
  void giveUp(Handle tx, int campaign, long run, Instant notBefore) {
    tx.execute(
        "UPDATE course SET making = NULL, not_before = ? WHERE campaign = ? AND making = ?",
        time(notBefore),
        campaign,
        run);
  }

  /** A run that is neither in force nor being made. */
  Optional<Long> leftOver(Handle tx, int campaign) {
    return tx.createQuery(
            "SELECT min(r.id) FROM course_run r JOIN course c ON c.campaign = r.campaign"
                + " WHERE r.campaign = :campaign AND (c.run IS NULL OR c.run <> r.id)"
                + " AND (c.making IS NULL OR c.making <> r.id)")
        .bind("campaign", campaign)
        .map((row, context) -> Optional.ofNullable(row.getObject(1, Long.class)))
        .one();
  }

  /** The days of a run that still have rows are deleted one by one. */
  boolean deleteDay(Handle tx, long run) {
    return tx.createUpdate(
                "DELETE FROM standing_day WHERE run = :run AND local_day ="
                    + " (SELECT min(d.local_day) FROM standing_day d WHERE d.run = :run)")
            .bind("run", run)
            .execute()
        > 0;
  }

  /** Deletes the rest of a run. */
  void delete(Handle tx, long run) {
    tx.execute("DELETE FROM activity_week WHERE run = ?", run);
    tx.execute("DELETE FROM leading_teachers WHERE run = ?", run);
    tx.execute("DELETE FROM course_run WHERE id = ?", run);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
        Optional.ofNullable(row.getObject("book", Integer.class)),
        instant(row, "started_at"),
        row.getObject("asked_at") != null,
        instant(row, "not_before"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
