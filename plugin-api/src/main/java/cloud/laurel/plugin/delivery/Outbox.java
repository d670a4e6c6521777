package cloud.laurel.plugin.delivery;

import cloud.laurel.plugin.outbox.OutboxTable;
import cloud.laurel.plugin.outbox.Wakeup;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Shows what waits in the platform's outbox and has parked actions delivered again. Inject it in
 * plugin code; {@link #parked} and the retries are about the deployment's own plugin.
 *
 * <p>Works outside the caller's transaction. Every method throws {@link OutboxUnavailable} while
 * the platform's database is away.
 *
 * @since 1.0
 */
public final class Outbox {

  private static final String STATUS =
      "SELECT plugin, COUNT(*) - COUNT(parked_at), COUNT(parked_at),"
          + " MIN(CASE WHEN parked_at IS NULL THEN created_at END)"
          + " FROM laurel_outbox GROUP BY plugin";
  private static final String PARKED =
      "SELECT id, type, aggregateid, attempts, error, parked_at FROM laurel_outbox"
          + " WHERE plugin = ? AND next_attempt_at = ? AND parked_at IS NOT NULL"
          + " ORDER BY parked_at, id LIMIT ? OFFSET ?";
  private static final String RETRY =
      "UPDATE laurel_outbox SET attempts = 0, parked_at = NULL, next_attempt_at = ?"
          + " WHERE plugin = ? AND next_attempt_at = ? AND parked_at IS NOT NULL";

  private final String plugin;
  private final List<String> configured;
  private final Supplier<DataSource> datasource;
  private final Consumer<Runnable> outside;
  private final InstantSource clock;

  Outbox(
      String plugin,
      List<String> configured,
      Supplier<DataSource> datasource,
      Consumer<Runnable> outside,
      InstantSource clock) {
    this.plugin = plugin;
    this.configured = List.copyOf(configured);
    this.datasource = datasource;
    this.outside = outside;
    this.clock = clock;
  }

  /** The backlog of every plugin that is configured or still has rows, by name. */
  public List<Backlog> status() {
    return ask(
        connection -> {
          Map<String, Backlog> byPlugin = new TreeMap<>();
          configured.forEach(p -> byPlugin.put(p, new Backlog(p, 0, Optional.empty(), 0)));
          try (PreparedStatement statement = connection.prepareStatement(STATUS);
              ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              Optional<Instant> oldest =
                  Optional.ofNullable(result.getObject(4, OffsetDateTime.class))
                      .map(OffsetDateTime::toInstant);
              String name = result.getString(1);
              byPlugin.put(name, new Backlog(name, result.getLong(2), oldest, result.getLong(3)));
            }
          }
          return List.copyOf(byPlugin.values());
        });
  }

  /**
   * A page of the parked actions, oldest first.
   *
   * @param offset how many to skip, from 0
   * @param size how many at most, from 1
   */
  public List<ParkedAction> parked(int offset, int size) {
    return ask(
        connection -> {
          List<ParkedAction> page = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement(PARKED)) {
            statement.setString(1, plugin);
            statement.setObject(2, OutboxTable.NEVER);
            statement.setInt(3, size);
            statement.setInt(4, offset);
            try (ResultSet result = statement.executeQuery()) {
              while (result.next()) {
                page.add(read(result));
              }
            }
          }
          return List.copyOf(page);
        });
  }

  private static ParkedAction read(ResultSet result) throws SQLException {
    return new ParkedAction(
        result.getString(1),
        result.getString(2),
        result.getString(3),
        result.getInt(4),
        Optional.ofNullable(result.getString(5)).orElse(""),
        result.getObject(6, OffsetDateTime.class).toInstant());
  }

  /**
   * Has one parked action delivered again.
   *
   * @return false when no action with this id is parked
   */
  public boolean retry(String id) {
    return retry(RETRY + " AND id = ?", Optional.of(id)) > 0;
  }

  /**
   * Has all parked actions delivered again.
   *
   * @return how many there were
   */
  public int retryAll() {
    return retry(RETRY, Optional.empty());
  }

  private int retry(String sql, Optional<String> id) {
    int released =
        ask(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, OutboxQueue.time(clock.instant()));
                statement.setString(2, plugin);
                statement.setObject(3, OutboxTable.NEVER);
                if (id.isPresent()) {
                  statement.setString(4, id.get());
                }
                return statement.executeUpdate();
              }
            });
    Wakeup.SHARED.ring();
    return released;
  }

  private <T> T ask(Question<T> question) {
    // the caller's transaction is about the plugin's own database
    List<T> answer = new ArrayList<>(1);
    outside.accept(
        () -> {
          try (Connection connection = datasource.get().getConnection()) {
            answer.add(question.ask(connection));
          } catch (SQLException | IllegalStateException e) {
            throw new OutboxUnavailable(e);
          }
        });
    return answer.get(0);
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** The platform's database does not answer (LRL-02023). */
  public static final class OutboxUnavailable extends RuntimeException {
    OutboxUnavailable(Exception cause) {
      super("LRL-02023: the outbox cannot be read: " + cause.getMessage(), cause);
    }
  }
}
