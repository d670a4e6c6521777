package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignObserver;
import cloud.laurel.plugin.Problem;
import cloud.laurel.store.Database;
import cloud.laurel.store.InvalidInput;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Keeps standings as they were, so that they stay readable after rules changed (rule R14). The same
 * standings have the same hash on every database.
 */
public final class SnapshotService implements CampaignObserver {

  private final Database database;
  private final StandingService standings;
  private final InstantSource clock;

  /** One for a database. */
  public SnapshotService(Database database, StandingService standings, InstantSource clock) {
    this.database = database;
    this.standings = standings;
    this.clock = clock;
  }

  @Override
  public void onClosing(Handle tx, Campaign campaign) {
    if (standings.pending(tx, campaign) > 0) {
      throw new InvalidInput(
          List.of(new Problem("campaign", "still has actions to judge: try again in a minute")));
    }
    standings.refresh(tx, campaign);
    take(tx, campaign, Snapshot.Occasion.CLOSING);
  }

  /** Takes one. */
  public Snapshot take(Handle tx, Campaign campaign, Snapshot.Occasion occasion) {
    String content = content(standings.rows(tx, campaign), campaign);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String hash = sha256(content);
    long id =
        tx.createUpdate(
                "INSERT INTO standing_snapshot (campaign, version, occasion, taken_at, hash,"
                    + " content) VALUES (:campaign, :version, :occasion, :at, :hash, :content)")
            .bind("campaign", campaign.id())
            .bind("version", campaign.newest().number())
            .bind("occasion", occasion.name())
            .bind("at", now.atOffset(ZoneOffset.UTC))
            .bind("hash", hash)
            .bind("content", content)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    return new Snapshot(id, campaign.newest().number(), occasion, now, hash);
  }

  /** Those of a campaign, the newest first. */
  public List<Snapshot> of(Campaign campaign) {
    return database.read(
        tx ->
            tx.createQuery(
                    "SELECT id, version, occasion, taken_at, hash FROM standing_snapshot"
                        + " WHERE campaign = :campaign ORDER BY id DESC")
                .bind("campaign", campaign.id())
                .map(
                    (row, context) ->
                        new Snapshot(
                            row.getLong("id"),
                            row.getInt("version"),
                            Snapshot.Occasion.valueOf(row.getString("occasion")),
                            row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                            row.getString("hash")))
                .list());
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

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
