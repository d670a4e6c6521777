package cloud.laurel.signal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Sees to it that a campaign is watched once a day, by one node. */
final class WatchRepository {

  /** A node that has not finished by then is gone. */
  private static final Duration ABANDONED = Duration.ofHours(6);

  Watch find(Handle tx, int campaign) {
    return tx.createQuery(
            "SELECT asked_at, started_at, finished_at, failed FROM signal_watch"
                + " WHERE campaign = :campaign")
        .bind("campaign", campaign)
        .map((row, context) -> watch(row))
        .findOne()
        .orElse(Watch.NEVER);
  }

  /** Has it watched as soon as possible. */
  void ask(Handle tx, int campaign, Instant now) {
    know(tx, campaign);
    at(tx.createUpdate("UPDATE signal_watch SET asked_at = :now WHERE campaign = :campaign"), now)
        .bind("campaign", campaign)
        .execute();
  }

  /**
   * Takes the watch for this node, when the day is due or somebody asked for it, and nobody has it.
   *
   * @param due the day that must have been watched by now
   */
  boolean claim(Handle tx, int campaign, LocalDate due, Instant now) {
    know(tx, campaign);
    return at(
                tx.createUpdate(
                    "UPDATE signal_watch SET watched_day = :due, asked_at = NULL,"
                        + " started_at = :now, finished_at = NULL, failed = NULL"
                        + " WHERE campaign = :campaign AND (watched_day IS NULL"
                        + " OR watched_day < :due OR asked_at IS NOT NULL"
                        + " OR (finished_at IS NULL AND started_at < :abandoned))"
                        + " AND (started_at IS NULL OR finished_at IS NOT NULL"
                        + " OR started_at < :abandoned)"),
                now)
            .bind("campaign", campaign)
            .bind("due", due)
            .bind("abandoned", now.minus(ABANDONED).atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  void finish(Handle tx, int campaign, Collection<Kind> failed, Instant now) {
    at(
            tx.createUpdate(
                "UPDATE signal_watch SET finished_at = :now, failed = :failed"
                    + " WHERE campaign = :campaign"),
            now)
        .bind("campaign", campaign)
        .bind(
            "failed",
            failed.isEmpty()
                ? null
                : failed.stream().map(Kind::name).collect(Collectors.joining(",")))
        .execute();
  }

  private static void know(Handle tx, int campaign) {
    tx.execute("INSERT INTO signal_watch (campaign) VALUES (?) ON CONFLICT DO NOTHING", campaign);
  }

  private static Update at(Update update, Instant now) {
    return update.bind("now", now.atOffset(ZoneOffset.UTC));
  }

  private static Watch watch(ResultSet row) throws SQLException {
    String failed = row.getString("failed");
    return new Watch(
        row.getObject("asked_at") != null,
        instant(row, "started_at"),
        instant(row, "finished_at"),
        failed == null
            ? java.util.List.of()
            : Stream.of(failed.split(",")).map(Kind::valueOf).toList());
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
