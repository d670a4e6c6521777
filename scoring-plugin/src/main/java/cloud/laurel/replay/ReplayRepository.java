package cloud.laurel.replay;

import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.Rules;
import cloud.laurel.replay.Replay.Kind;
import cloud.laurel.replay.Replay.State;
import cloud.laurel.scoring.Difference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Replays in the database. */
final class ReplayRepository {

  /** What is kept of a check's findings; the number of all is always known. */
  static final int MOST_DIFFERENCES = 1000;

  private static final String SELECT = "SELECT * FROM replay ";

  long insert(
      Handle tx,
      int campaign,
      Kind kind,
      int baseVersion,
      Optional<Rules> proposed,
      LocalDate validFrom,
      String note,
      Optional<Integer> book,
      State state,
      String by,
      Instant now) {
    return tx.createUpdate(
            "INSERT INTO replay (campaign, kind, state, base_version, definition, valid_from, note,"
                + " book, position, done, total, differences, started_by, started_at, finished_at,"
                + " problem) VALUES (:campaign, :kind, :state, :base, :definition, :validFrom,"
                + " :note, :book, '', 0, 0, 0, :by, :now, :finished, '')")
        .bind("campaign", campaign)
        .bind("kind", kind.name())
        .bind("state", state.name())
        .bind("base", baseVersion)
        .bind("definition", proposed.map(Rules::definition).orElse(null))
        .bind("validFrom", validFrom)
        .bind("note", note)
        .bind("book", book.orElse(null))
        .bind("by", by)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("finished", state == State.DONE ? now.atOffset(ZoneOffset.UTC) : null)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  Optional<Replay> find(Handle tx, long id) {
    return tx.createQuery(SELECT + "WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> replay(row))
        .findOne();
  }

  /** Holds the replay to the end of the transaction. */
  Optional<Replay> lock(Handle tx, long id) {
    return tx.createQuery(SELECT + "WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .map((row, context) -> replay(row))
        .findOne();
  }

  /** The newest first. */
  List<Replay> of(Handle tx, int campaign, int most) {
    return tx.createQuery(SELECT + "WHERE campaign = :campaign ORDER BY id DESC LIMIT :most")
        .bind("campaign", campaign)
        .bind("most", most)
        .map((row, context) -> replay(row))
        .list();
  }

  /** The next one to be worked on that no other node holds. */
  Optional<Replay> next(Handle tx) {
    return tx.createQuery(
            SELECT + "WHERE state = 'RUNNING' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED")
        .map((row, context) -> replay(row))
        .findOne();
  }

  Optional<Instant> lastCheck(Handle tx, int campaign) {
    return tx.createQuery(
            "SELECT max(started_at) FROM replay WHERE campaign = :campaign AND kind = 'CHECK'")
        .bind("campaign", campaign)
        .map(
            (row, context) ->
                Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant))
        .one();
  }

  /** Proposals that came to rest before an instant and were never published. */
  List<Long> forgotten(Handle tx, int campaign, Instant before) {
    return tx.createQuery(
            "SELECT id FROM replay WHERE campaign = :campaign AND kind = 'PROPOSAL'"
                + " AND state IN ('DONE', 'CANCELLED', 'FAILED') AND finished_at < :before")
        .bind("campaign", campaign)
        .bind("before", before.atOffset(ZoneOffset.UTC))
        .mapTo(Long.class)
        .list();
  }

  void setState(Handle tx, long id, State state, Instant at, String problem) {
    tx.execute(
        "UPDATE replay SET state = ?, finished_at = ?, problem = ? WHERE id = ?",
        state.name(),
        state == State.RUNNING ? null : at.atOffset(ZoneOffset.UTC),
        problem,
        id);
  }

  void setTotal(Handle tx, long id, long total) {
    tx.execute("UPDATE replay SET total = ? WHERE id = ?", total, id);
  }

  void advance(Handle tx, long id, String position, long actions) {
    tx.execute(
        "UPDATE replay SET position = ?, done = done + ? WHERE id = ?", position, actions, id);
  }

  void addDifferences(Handle tx, Replay replay, List<Difference> found) {
    if (found.isEmpty()) {
      return;
    }
    tx.execute(
        "UPDATE replay SET differences = differences + ? WHERE id = ?", found.size(), replay.id());
    PreparedBatch batch =
        tx.prepareBatch(
            "INSERT INTO replay_difference"
                + " (replay, number, kind, subject, action, item, stored, expected)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    long number = replay.differences();
    for (Difference d : found) {
      if (++number > MOST_DIFFERENCES) {
        break;
      }
      batch.add(
          replay.id(),
          number,
          d.kind().name(),
          d.subject(),
          d.action(),
          d.item(),
          d.stored(),
          d.expected());
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  List<Difference> differences(Handle tx, long id, int offset, int most) {
    return tx.createQuery(
            "SELECT kind, subject, action, item, stored, expected FROM replay_difference"
                + " WHERE replay = :id ORDER BY number LIMIT :most OFFSET :offset")
        .bind("id", id)
        .bind("most", most)
        .bind("offset", offset)
        .map(
            (row, context) ->
                new Difference(
                    Difference.Kind.valueOf(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6)))
        .list();
  }

  private static Replay replay(ResultSet row) throws SQLException {
    int book = row.getInt("book");
    Optional<Integer> trial = row.wasNull() ? Optional.empty() : Optional.of(book);
    return new Replay(
        row.getLong("id"),
        row.getInt("campaign"),
        Kind.valueOf(row.getString("kind")),
        State.valueOf(row.getString("state")),
        row.getInt("base_version"),
        Optional.ofNullable(row.getString("definition")).map(CampaignService::rules),
        row.getObject("valid_from", LocalDate.class),
        row.getString("note"),
        trial,
        row.getString("position"),
        row.getLong("done"),
        row.getLong("total"),
        row.getLong("differences"),
        row.getString("started_by"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getString("problem"));
  }
}
