package cloud.laurel.plan;

import cloud.laurel.plan.PlanEvent.What;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What happened to plans. */
final class PlanEventRepository {

  void add(
      Handle tx, long plan, Instant at, What what, boolean bureau, String actor, String words) {
    tx.createUpdate(
            "INSERT INTO school_plan_event (plan, happened_at, kind, bureau, actor, words)"
                + " VALUES (:plan, :at, :kind, :bureau, :actor, :words)")
        .bind("plan", plan)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("kind", what.name())
        .bind("bureau", bureau)
        .bind("actor", actor)
        .bind("words", words)
        .execute();
  }

  /** Notes that somebody saved; who saves again and again has one entry, that of the last time. */
  void saved(Handle tx, long plan, Instant at, String account) {
    int again =
        tx.createUpdate(
                "UPDATE school_plan_event SET happened_at = :at WHERE id ="
                    + " (SELECT max(e.id) FROM school_plan_event e WHERE e.plan = :plan)"
                    + " AND kind = 'SAVED' AND actor = :account")
            .bind("at", at.atOffset(ZoneOffset.UTC))
            .bind("plan", plan)
            .bind("account", account)
            .execute();
    if (again == 0) {
      add(tx, plan, at, What.SAVED, false, account, "");
    }
  }

  /** Everything that happened, oldest first. */
  List<PlanEvent> of(Handle tx, long plan) {
    return tx.createQuery(
            "SELECT e.happened_at, e.kind, e.bureau, e.actor, e.words, p.name"
                + " FROM school_plan_event e"
                + " LEFT JOIN person p ON p.account = e.actor AND NOT e.bureau"
                + " WHERE e.plan = :plan ORDER BY e.id")
        .bind("plan", plan)
        .map((row, context) -> event(row))
        .list();
  }

  private static PlanEvent event(ResultSet row) throws SQLException {
    return new PlanEvent(
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        What.valueOf(row.getString("kind")),
        row.getBoolean("bureau"),
        row.getString("actor"),
        Optional.ofNullable(row.getString("name")).orElse(row.getString("actor")),
        row.getString("words"));
  }
}
