package cloud.laurel.plan;

import cloud.laurel.plan.Plan.Contact;
import cloud.laurel.plan.Plan.Content;
import cloud.laurel.plan.Plan.State;
import cloud.laurel.plan.Plan.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** Plans in the database. */
final class PlanRepository {

  private static final String COLUMNS =
      "id, campaign, school, objectives, features, leader, leader_phone, office, office_phone,"
          + " administrator, administrator_phone, state, version, submitted_at";

  Optional<Plan> find(Handle tx, int campaign, String school) {
    return tx.createQuery(
            "SELECT "
                + COLUMNS
                + " FROM school_plan WHERE campaign = :campaign AND school = :school")
        .bind("campaign", campaign)
        .bind("school", school)
        .map((row, context) -> row(row, List.of()))
        .findOne()
        .map(plan -> withSchedule(plan, steps(tx, plan.id())));
  }

  /** Where the plans of a campaign stand, by school. */
  Map<String, PlanStatus> states(Handle tx, int campaign) {
    return tx
        .createQuery(
            "SELECT school, state, submitted_at FROM school_plan WHERE campaign = :campaign")
        .bind("campaign", campaign)
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("school"),
                    new PlanStatus(State.valueOf(row.getString("state")), submittedAt(row))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** A new plan's number; empty when the school has one already. */
  Optional<Long> insert(Handle tx, int campaign, String school) {
    return tx.createUpdate(
            "INSERT INTO school_plan ("
                + COLUMNS.substring("id, ".length())
                + ") VALUES (:campaign, :school, '', '', '', '', '', '', '', '', 'DRAFT', 0, NULL)"
                + " ON CONFLICT DO NOTHING")
        .bind("campaign", campaign)
        .bind("school", school)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .findOne();
  }

  /** Counts one more change, unless somebody else has made one since a version. */
  boolean touch(Handle tx, long plan, int version) {
    return tx.createUpdate(
                "UPDATE school_plan SET version = version + 1"
                    + " WHERE id = :id AND version = :version")
            .bind("id", plan)
            .bind("version", version)
            .execute()
        == 1;
  }

  void state(Handle tx, long plan, State state) {
    tx.execute("UPDATE school_plan SET state = ? WHERE id = ?", state.name(), plan);
  }

  void submit(Handle tx, long plan, Instant at) {
    tx.execute(
        "UPDATE school_plan SET state = ?, submitted_at = ? WHERE id = ?",
        State.SUBMITTED.name(),
        at.atOffset(ZoneOffset.UTC),
        plan);
  }

  void write(Handle tx, long plan, Content content) {
    contact(
            contact(
                contact(
                    tx.createUpdate(
                            "UPDATE school_plan SET objectives = :objectives,"
                                + " features = :features, leader = :leader,"
                                + " leader_phone = :leaderPhone, office = :office,"
                                + " office_phone = :officePhone, administrator = :administrator,"
                                + " administrator_phone = :administratorPhone WHERE id = :id")
                        .bind("id", plan)
                        .bind("objectives", content.objectives())
                        .bind("features", content.features()),
                    "leader",
                    content.leader()),
                "office",
                content.office()),
            "administrator",
            content.administrator())
        .execute();
    tx.execute("DELETE FROM school_plan_step WHERE plan = ?", plan);
    PreparedBatch steps =
        tx.prepareBatch(
            "INSERT INTO school_plan_step (plan, place, first_day, last_day, item, who)"
                + " VALUES (:plan, :place, :from, :to, :item, :who)");
    for (int i = 0; i < content.schedule().size(); i++) {
      Step step = content.schedule().get(i);
      steps
          .bind("plan", plan)
          .bind("place", i)
          .bindByType("from", step.from().orElse(null), LocalDate.class)
          .bindByType("to", step.to().orElse(null), LocalDate.class)
          .bind("item", step.item())
          .bind("who", step.who())
          .add();
    }
    if (steps.size() > 0) {
      steps.execute();
    }
  }

  private static <S extends SqlStatement<S>> S contact(S statement, String name, Contact contact) {
    return statement.bind(name, contact.name()).bind(name + "Phone", contact.phone());
  }

  /** Accounts of a school's administrators on a day. */
  List<String> administrators(Handle tx, String school, LocalDate day) {
    return tx.createQuery(
            "SELECT DISTINCT account FROM membership WHERE school = :school"
                + " AND role = 'ADMINISTRATOR' AND valid_from <= :day"
                + " AND (valid_to IS NULL OR valid_to > :day) ORDER BY account")
        .bind("school", school)
        .bind("day", day)
        .mapTo(String.class)
        .list();
  }

  private static List<Step> steps(Handle tx, long plan) {
    return tx.createQuery(
            "SELECT first_day, last_day, item, who FROM school_plan_step"
                + " WHERE plan = :plan ORDER BY place")
        .bind("plan", plan)
        .map(
            (row, context) ->
                new Step(
                    day(row, "first_day"),
                    day(row, "last_day"),
                    row.getString("item"),
                    row.getString("who")))
        .list();
  }

  private static Plan row(ResultSet row, List<Step> schedule) throws SQLException {
    return new Plan(
        row.getLong("id"),
        row.getInt("campaign"),
        row.getString("school"),
        new Content(
            row.getString("objectives"),
            row.getString("features"),
            new Contact(row.getString("leader"), row.getString("leader_phone")),
            new Contact(row.getString("office"), row.getString("office_phone")),
            new Contact(row.getString("administrator"), row.getString("administrator_phone")),
            schedule),
        State.valueOf(row.getString("state")),
        row.getInt("version"),
        submittedAt(row));
  }

  private static Plan withSchedule(Plan plan, List<Step> schedule) {
    Content content = plan.content();
    return new Plan(
        plan.id(),
        plan.campaign(),
        plan.school(),
        new Content(
            content.objectives(),
            content.features(),
            content.leader(),
            content.office(),
            content.administrator(),
            schedule),
        plan.state(),
        plan.version(),
        plan.submittedAt());
  }

  private static Optional<Instant> submittedAt(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("submitted_at", OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }
}
