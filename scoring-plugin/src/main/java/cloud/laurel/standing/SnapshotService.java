package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.store.Database;
import cloud.laurel.store.Sha256;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Keeps standings as they were, so that they stay readable after rules changed (rule R14). The same
 * standings have the same hash on every database.
 */
public final class SnapshotService {

  private final Database database;
  private final StandingService standings;
  private final InstantSource clock;

  /** One for a database. */
  public SnapshotService(Database database, StandingService standings, InstantSource clock) {
    this.database = database;
    this.standings = standings;
    this.clock = clock;
  }

  /** Keeps the standings before new rules take over. */
  public Snapshot take(Handle tx, Campaign campaign) {
    Snapshot place = open(tx, campaign, Snapshot.Occasion.VERSION, "", "");
    return fill(tx, campaign, place, content(standings.rows(tx, campaign), campaign));
  }

  /**
   * Makes the place for a snapshot, so that its parts can refer to it.
   *
   * @param by the user name of who has it taken, may be empty
   * @param reason may be empty
   */
  public Snapshot open(
      Handle tx, Campaign campaign, Snapshot.Occasion occasion, String by, String reason) {
    long id =
        tx.createUpdate(
                "INSERT INTO standing_snapshot (campaign, version, occasion, taken_at, hash,"
                    + " content, whole, taken_by, reason) VALUES (:campaign, :version, :occasion,"
                    + " :at, '', '', :whole, :by, :reason)")
            .bind("campaign", campaign.id())
            .bind("version", campaign.newest().number())
            .bind("occasion", occasion.name())
            .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
            .bind("whole", occasion != Snapshot.Occasion.VERSION)
            .bind("by", by)
            .bind("reason", reason)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    return of(tx, campaign, id);
  }

  /** Puts its content under its hash, in the transaction that made its place. */
  public Snapshot fill(Handle tx, Campaign campaign, Snapshot place, String content) {
    tx.createUpdate(
            "UPDATE standing_snapshot SET hash = :hash, content = :content"
                + " WHERE id = :id AND hash = ''")
        .bind("hash", Sha256.hex(content))
        .bind("content", content)
        .bind("id", place.id())
        .execute();
    return of(tx, campaign, place.id());
  }

  private static Snapshot of(Handle tx, Campaign campaign, long id) {
    return all(tx, campaign).stream().filter(s -> s.id() == id).findFirst().orElseThrow();
  }

  /** Those of a campaign, the newest first. */
  public List<Snapshot> of(Campaign campaign) {
    return database.read(tx -> all(tx, campaign));
  }

  private static List<Snapshot> all(Handle tx, Campaign campaign) {
    return tx.createQuery(
            "SELECT id, version, occasion, taken_at, hash, whole, taken_by, reason"
                + " FROM standing_snapshot WHERE campaign = :campaign ORDER BY id DESC")
        .bind("campaign", campaign.id())
        .map(
            (row, context) ->
                new Snapshot(
                    row.getLong("id"),
                    row.getInt("version"),
                    Snapshot.Occasion.valueOf(row.getString("occasion")),
                    row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                    row.getString("hash"),
                    row.getBoolean("whole"),
                    row.getString("taken_by"),
                    row.getString("reason")))
        .list();
  }

  /** What one holds, as JSON: the schools by rank, scores as exact fractions and as shown. */
  public Optional<String> content(Campaign campaign, long id) {
    return database.read(
        tx ->
            tx.createQuery(
                    "SELECT content FROM standing_snapshot WHERE id = :id AND campaign = :campaign")
                .bind("id", id)
                .bind("campaign", campaign.id())
                .mapTo(String.class)
                .findOne());
  }

  private static String content(List<SchoolStandings.Row> rows, Campaign campaign) {
    JsonArrayBuilder schools = Json.createArrayBuilder();
    for (SchoolStandings.Row row : rows) {
      schools.add(
          Json.createObjectBuilder()
              .add("code", row.code())
              .add("name", row.name())
              .add("rank", row.rank())
              .add("score", row.score().text())
              .add("exactScore", row.score().exact().toString())
              .add("administratorMean", row.administratorMean().text())
              .add("teacherMean", row.teacherMean().text())
              .add("studentMean", row.studentMean().text())
              .add("teacherOpeningRate", row.teacherOpening().percent())
              .add("studentOpeningRate", row.studentOpening().percent())
              .add("passesOpeningGate", row.passesOpeningGate()));
    }
    return Json.createObjectBuilder()
        .add("campaign", campaign.code())
        .add("version", campaign.newest().number())
        .add("schools", schools)
        .build()
        .toString();
  }
}
