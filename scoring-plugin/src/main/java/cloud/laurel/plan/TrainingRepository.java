package cloud.laurel.plan;

import cloud.laurel.plan.TrainingEvent.What;
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
import org.jdbi.v3.core.statement.SqlStatement;

/** Training logs in the database. */
final class TrainingRepository {

  private static final String SELECT =
      "SELECT id, school, first_day, last_day, topic, place, participants, link, version"
          + " FROM training WHERE campaign = :campaign AND school = :school AND NOT gone";

  /** A school's entries without their files, newest first. */
  List<Training> of(Handle tx, int campaign, String school) {
    return tx.createQuery(SELECT + " ORDER BY first_day DESC, id DESC")
        .bind("campaign", campaign)
        .bind("school", school)
        .map((row, context) -> training(row))
        .list();
  }

  /** One of them. */
  Optional<Training> find(Handle tx, int campaign, String school, long id) {
    return tx.createQuery(SELECT + " AND id = :id")
        .bind("campaign", campaign)
        .bind("school", school)
        .bind("id", id)
        .map((row, context) -> training(row))
        .findOne();
  }

  /** How much the schools of a campaign have trained; those that have not are missing. */
  Map<String, TrainingCount> counts(Handle tx, int campaign) {
    return tx
        .createQuery(
            "SELECT school, count(*) AS entries, sum(participants) AS people FROM training"
                + " WHERE campaign = :campaign AND NOT gone GROUP BY school")
        .bind("campaign", campaign)
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("school"),
                    new TrainingCount(row.getInt("entries"), row.getLong("people"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  long insert(Handle tx, int campaign, Training training) {
    return bound(
            tx.createUpdate(
                "INSERT INTO training (campaign, school, first_day, last_day, topic, place,"
                    + " participants, link, version, gone) VALUES (:campaign, :school, :from, :to,"
                    + " :topic, :place, :participants, :link, 1, FALSE)"),
            training)
        .bind("campaign", campaign)
        .bind("school", training.school())
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** Puts something else in an entry's place, unless somebody else has done so since a version. */
  boolean update(Handle tx, Training training) {
    return bound(
                tx.createUpdate(
                    "UPDATE training SET first_day = :from, last_day = :to, topic = :topic,"
                        + " place = :place, participants = :participants, link = :link,"
                        + " version = version + 1 WHERE id = :id AND version = :version"),
                training)
            .bind("id", training.id())
            .bind("version", training.version())
            .execute()
        == 1;
  }

  boolean remove(Handle tx, long id, int version) {
    return tx.createUpdate(
                "UPDATE training SET gone = TRUE, version = version + 1"
                    + " WHERE id = :id AND version = :version")
            .bind("id", id)
            .bind("version", version)
            .execute()
        == 1;
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Training training) {
    return statement
        .bind("from", training.from())
        .bindByType("to", training.to().orElse(null), LocalDate.class)
        .bind("topic", training.topic())
        .bind("place", training.place())
        .bind("participants", training.participants())
        .bind("link", training.link());
  }

  void note(Handle tx, long training, Instant at, What what, String account, String words) {
    tx.createUpdate(
            "INSERT INTO training_event (training, happened_at, kind, actor, words)"
                + " VALUES (:training, :at, :kind, :actor, :words)")
        .bind("training", training)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("kind", what.name())
        .bind("actor", account)
        .bind("words", words)
        .execute();
  }

  /** What happened to a school's log, newest first; entries that are gone included. */
  List<TrainingEvent> history(Handle tx, int campaign, String school, int most) {
    return tx.createQuery(
            "SELECT e.happened_at, e.kind, e.actor, e.words, p.name FROM training t"
                + " JOIN training_event e ON e.training = t.id"
                + " LEFT JOIN person p ON p.account = e.actor"
                + " WHERE t.campaign = :campaign AND t.school = :school"
                + " ORDER BY e.id DESC LIMIT :most")
        .bind("campaign", campaign)
        .bind("school", school)
        .bind("most", most)
        .map(
            (row, context) ->
                new TrainingEvent(
                    row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                    What.valueOf(row.getString("kind")),
                    Optional.ofNullable(row.getString("name")).orElse(row.getString("actor")),
                    row.getString("words")))
        .list();
  }

  private static Training training(ResultSet row) throws SQLException {
    return new Training(
        row.getLong("id"),
        row.getString("school"),
        row.getObject("first_day", LocalDate.class),
        Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
        row.getString("topic"),
        row.getString("place"),
        row.getInt("participants"),
        row.getString("link"),
        row.getInt("version"),
        List.of());
  }
}
