package cloud.laurel.selection;

import cloud.laurel.selection.Selection.State;
import cloud.laurel.selection.SelectionEvent.What;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Selections, decisions, schemes and what was done, in the database. */
final class SelectionRepository {

  Selection find(Handle tx, int campaign) {
    return tx.createQuery(
            "SELECT state, version, snapshot, submitted_by FROM selection WHERE campaign = :c")
        .bind("c", campaign)
        .map(
            (row, context) ->
                new Selection(
                    State.valueOf(row.getString("state")),
                    row.getInt("version"),
                    Optional.ofNullable(row.getObject("snapshot", Long.class)),
                    row.getString("submitted_by")))
        .findOne()
        .orElse(Selection.NEW);
  }

  /** Holds the selection until the transaction ends, and counts one change more. */
  Selection change(Handle tx, int campaign) {
    tx.createUpdate(
            "INSERT INTO selection (campaign, state, version) VALUES (:c, 'DECIDING', 0)"
                + " ON CONFLICT DO NOTHING")
        .bind("c", campaign)
        .execute();
    tx.createUpdate("UPDATE selection SET version = version + 1 WHERE campaign = :c")
        .bind("c", campaign)
        .execute();
    return find(tx, campaign);
  }

  void move(Handle tx, int campaign, State state, Optional<Long> snapshot, String submittedBy) {
    tx.createUpdate(
            "UPDATE selection SET state = :state, snapshot = :snapshot, submitted_by = :by"
                + " WHERE campaign = :c")
        .bind("state", state.name())
        .bind("snapshot", snapshot.orElse(null))
        .bind("by", submittedBy)
        .bind("c", campaign)
        .execute();
  }

  /** The schemes that take the place of the campaign's own, by honour. */
  Map<String, Scheme> schemes(Handle tx, int campaign) {
    return tx
        .createQuery(
            "SELECT honour, places, per_school, per_central, primary_most, junior_most,"
                + " senior_most FROM selection_scheme WHERE campaign = :c")
        .bind("c", campaign)
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("honour"),
                    new Scheme(
                        row.getInt("places"),
                        row.getInt("per_school"),
                        row.getInt("per_central"),
                        row.getInt("primary_most"),
                        row.getInt("junior_most"),
                        row.getInt("senior_most"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void scheme(Handle tx, int campaign, String honour, Scheme scheme) {
    tx.createUpdate("DELETE FROM selection_scheme WHERE campaign = :c AND honour = :honour")
        .bind("c", campaign)
        .bind("honour", honour)
        .execute();
    tx.createUpdate(
            "INSERT INTO selection_scheme (campaign, honour, places, per_school, per_central,"
                + " primary_most, junior_most, senior_most) VALUES (:c, :honour, :places,"
                + " :perSchool, :perCentral, :primary, :junior, :senior)")
        .bind("c", campaign)
        .bind("honour", honour)
        .bind("places", scheme.places())
        .bind("perSchool", scheme.perSchool())
        .bind("perCentral", scheme.perCentral())
        .bind("primary", scheme.primary())
        .bind("junior", scheme.junior())
        .bind("senior", scheme.senior())
        .execute();
  }

  /** What was decided, by honour and candidate. */
  Map<String, Map<String, Decision>> decisions(Handle tx, int campaign) {
    Map<String, Map<String, Decision>> decisions = new HashMap<>();
    tx.createQuery(
            "SELECT honour, candidate, taken_in, reason, decided_by, decided_at"
                + " FROM selection_decision WHERE campaign = :c")
        .bind("c", campaign)
        .map(
            (row, context) ->
                decisions
                    .computeIfAbsent(row.getString("honour"), h -> new HashMap<>())
                    .put(
                        row.getString("candidate"),
                        new Decision(
                            row.getBoolean("taken_in"),
                            row.getString("reason"),
                            row.getString("decided_by"),
                            instant(row, "decided_at"))))
        .list();
    return decisions;
  }

  void decide(Handle tx, int campaign, String honour, String candidate, Decision decision) {
    undecide(tx, campaign, honour, candidate);
    tx.createUpdate(
            "INSERT INTO selection_decision (campaign, honour, candidate, taken_in, reason,"
                + " decided_by, decided_at) VALUES (:c, :honour, :candidate, :in, :reason, :by,"
                + " :at)")
        .bind("c", campaign)
        .bind("honour", honour)
        .bind("candidate", candidate)
        .bind("in", decision.takenIn())
        .bind("reason", decision.reason())
        .bind("by", decision.by())
        .bind("at", decision.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  int undecide(Handle tx, int campaign, String honour, String candidate) {
    return tx.createUpdate(
            "DELETE FROM selection_decision WHERE campaign = :c AND honour = :honour"
                + " AND candidate = :candidate")
        .bind("c", campaign)
        .bind("honour", honour)
        .bind("candidate", candidate)
        .execute();
  }

  void note(
      Handle tx,
      int campaign,
      Instant at,
      String by,
      What what,
      String honour,
      String candidate,
      String words) {
    tx.createUpdate(
            "INSERT INTO selection_event (campaign, happened_at, actor, kind, honour, candidate,"
                + " words) VALUES (:c, :at, :by, :kind, :honour, :candidate, :words)")
        .bind("c", campaign)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("by", by)
        .bind("kind", what.name())
        .bind("honour", honour)
        .bind("candidate", candidate)
        .bind("words", words)
        .execute();
  }

  /** The newest first. */
  List<SelectionEvent> events(Handle tx, int campaign, int most) {
    return tx.createQuery(
            "SELECT happened_at, actor, kind, honour, candidate, words FROM selection_event"
                + " WHERE campaign = :c ORDER BY id DESC LIMIT :most")
        .bind("c", campaign)
        .bind("most", most)
        .map(
            (row, context) ->
                new SelectionEvent(
                    instant(row, "happened_at"),
                    row.getString("actor"),
                    What.valueOf(row.getString("kind")),
                    row.getString("honour"),
                    row.getString("candidate"),
                    row.getString("words")))
        .list();
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
