package cloud.laurel.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What actions say of spaces, and what follows from that for the people on the roster. */
final class SpaceRepository {

  /** Somebody's space. */
  record Space(Optional<Instant> registered, Optional<Instant> activated) {}

  /** What one action says of a space. */
  record Event(String account, String action, Instant at, boolean activated) {}

  /** Whose spaces these actions are about, as far as they are and have arrived. */
  Set<String> accountsOf(Handle tx, Collection<String> actions) {
    return new HashSet<>(
        tx.createQuery("SELECT account FROM space_event WHERE action = ANY(:actions)")
            .bindArray("actions", String.class, actions)
            .mapTo(String.class)
            .list());
  }

  void insert(Handle tx, List<Event> events) {
    PreparedBatch batch =
        tx.prepareBatch(
            "INSERT INTO space_event (account, action, registered_at, activated_at)"
                + " VALUES (?, ?, ?, ?)");
    for (Event event : events) {
      OffsetDateTime at = event.at().atOffset(ZoneOffset.UTC);
      batch.add(event.account(), event.action(), at, event.activated() ? at : null);
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** Forgets those of the actions that the platform has taken back. */
  void deleteWithdrawn(Handle tx, Collection<String> actions) {
    tx.createUpdate(
            "DELETE FROM space_event WHERE action IN"
                + " (SELECT target FROM withdrawal WHERE target = ANY(:actions))")
        .bindArray("actions", String.class, actions)
        .execute();
  }

  /** The spaces of those of the accounts that are on the roster. */
  Map<String, Space> of(Handle tx, Collection<String> accounts) {
    Map<String, Space> spaces = new HashMap<>();
    tx.createQuery(
            "SELECT account, space_registered_at, space_activated_at FROM person"
                + " WHERE account = ANY(:accounts)")
        .bindArray("accounts", String.class, accounts)
        .map((row, context) -> spaces.put(row.getString(1), new Space(time(row, 2), time(row, 3))))
        .list();
    return spaces;
  }

  /** Gives people the earliest of what rosters and actions say of their spaces. */
  void settle(Handle tx, Collection<String> accounts) {
    tx.createUpdate(
            "UPDATE person SET"
                + " space_registered_at = LEAST(told_registered_at, (SELECT min(e.registered_at)"
                + " FROM space_event e WHERE e.account = person.account)),"
                + " space_activated_at = LEAST(told_activated_at, (SELECT min(e.activated_at)"
                + " FROM space_event e WHERE e.account = person.account))"
                + " WHERE account = ANY(:accounts)")
        .bindArray("accounts", String.class, accounts)
        .execute();
  }

  private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
