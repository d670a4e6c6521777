package cloud.laurel.journal;

import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformActionJson;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The append-only journal of actions, unique by action id. */
public final class ActionJournal {

  /** Action type that takes another action back (rule R12). */
  public static final String WITHDRAWN = "action.withdrawn";

  private static final long BLOCK = 1000;
  private static final String COLUMNS =
      "j.seq, j.id, j.type, j.actor, j.occurred_at, j.received_at, j.school, j.object_id,"
          + " j.object_name, j.counterparts, j.attributes";

  private long next;
  private long blockEnd;

  /**
   * Appends what is new; repeats, in the batch or of what is known, are left out.
   *
   * @return the new entries, in the batch's order
   */
  public List<JournalEntry> append(Handle tx, List<PlatformAction> actions, Instant receivedAt) {
    Map<String, PlatformAction> byId = new LinkedHashMap<>();
    actions.forEach(a -> byId.putIfAbsent(a.id(), a));
    known(tx, byId.keySet()).forEach(byId::remove);
    List<JournalEntry> entries = new ArrayList<>(byId.size());
    byId.values().forEach(a -> entries.add(new JournalEntry(nextSeq(tx), a, receivedAt)));
    if (!entries.isEmpty()) {
      insert(tx, entries);
      insertCounterparts(tx, entries);
      insertWithdrawals(tx, entries);
    }
    return entries;
  }

  private static Set<String> known(Handle tx, Collection<String> ids) {
    return new HashSet<>(
        tx.createQuery("SELECT id FROM action_journal WHERE id = ANY(:ids)")
            .bindArray("ids", String.class, ids)
            .mapTo(String.class)
            .list());
  }

  private synchronized long nextSeq(Handle tx) {
    if (next == blockEnd) {
      next = tx.createQuery("SELECT nextval('action_journal_seq')").mapTo(Long.class).one();
      blockEnd = next + BLOCK;
    }
    return next++;
  }

  private static void insert(Handle tx, List<JournalEntry> entries) {
    PreparedBatch batch =
        tx.prepareBatch(
            "INSERT INTO action_journal (seq, id, type, actor, occurred_at, received_at, school,"
                + " object_id, object_name, counterparts, attributes)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (JournalEntry entry : entries) {
      PlatformAction action = entry.action();
      JsonObject json = PlatformActionJson.toJson(action);
      batch
          .bind(0, entry.seq())
          .bind(1, action.id())
          .bind(2, action.type())
          .bind(3, action.actor())
          .bind(4, action.occurredAt().atOffset(ZoneOffset.UTC))
          .bind(5, entry.receivedAt().atOffset(ZoneOffset.UTC))
          .bind(6, action.school().orElse(null))
          .bind(7, action.object().map(PlatformAction.ObjectRef::id).orElse(null))
          .bind(8, action.object().flatMap(PlatformAction.ObjectRef::name).orElse(null))
          .bind(9, member(json, "counterparts"))
          .bind(10, member(json, "attributes"))
          .add();
    }
    batch.execute();
  }

  private static String member(JsonObject json, String name) {
    return json.containsKey(name) ? json.get(name).toString() : null;
  }

  private static void insertCounterparts(Handle tx, List<JournalEntry> entries) {
    PreparedBatch batch =
        tx.prepareBatch("INSERT INTO action_counterpart (account, action) VALUES (?, ?)");
    for (JournalEntry entry : entries) {
      entry.action().counterparts().forEach(c -> batch.add(c, entry.seq()));
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static void insertWithdrawals(Handle tx, List<JournalEntry> entries) {
    PreparedBatch batch =
        tx.prepareBatch(
            "INSERT INTO withdrawal (target, action) VALUES (?, ?) ON CONFLICT DO NOTHING");
    for (JournalEntry entry : entries) {
      if (entry.action().type().equals(WITHDRAWN)) {
        entry.action().object().ifPresent(o -> batch.add(o.id(), entry.seq()));
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** Which of these actions the platform has taken back. */
  public Set<String> withdrawn(Handle tx, Collection<String> ids) {
    return new HashSet<>(
        tx.createQuery("SELECT target FROM withdrawal WHERE target = ANY(:ids)")
            .bindArray("ids", String.class, ids)
            .mapTo(String.class)
            .list());
  }

  /** The entries of these actions, as far as they have arrived. */
  public List<JournalEntry> find(Handle tx, Collection<String> ids) {
    return tx.createQuery("SELECT " + COLUMNS + " FROM action_journal j WHERE j.id = ANY(:ids)")
        .bindArray("ids", String.class, ids)
        .map((row, context) -> entry(row))
        .list();
  }

  /**
   * Every action in which one of the accounts took part, on either side, within a stretch of time.
   *
   * @param from first instant
   * @param before first instant after it
   */
  public List<JournalEntry> of(
      Handle tx, Collection<String> accounts, Instant from, Instant before) {
    return tx.createQuery(
            "SELECT "
                + COLUMNS
                + " FROM action_journal j WHERE j.actor = ANY(:accounts)"
                + " AND j.occurred_at >= :from AND j.occurred_at < :before"
                + " UNION SELECT "
                + COLUMNS
                + " FROM action_counterpart c JOIN action_journal j ON j.seq = c.action"
                + " WHERE c.account = ANY(:accounts)"
                + " AND j.occurred_at >= :from AND j.occurred_at < :before")
        .bindArray("accounts", String.class, accounts)
        .bind("from", from.atOffset(ZoneOffset.UTC))
        .bind("before", before.atOffset(ZoneOffset.UTC))
        .map((row, context) -> entry(row))
        .list();
  }

  private static JournalEntry entry(ResultSet row) throws SQLException {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", row.getString("id"))
            .add("type", row.getString("type"))
            .add("actor", row.getString("actor"))
            .add("occurredAt", instant(row, "occurred_at").toString());
    add(json, "school", row.getString("school"));
    if (row.getString("object_id") != null) {
      JsonObjectBuilder object = Json.createObjectBuilder().add("id", row.getString("object_id"));
      add(object, "name", row.getString("object_name"));
      json.add("object", object);
    }
    addJson(json, "counterparts", row.getString("counterparts"));
    addJson(json, "attributes", row.getString("attributes"));
    return new JournalEntry(
        row.getLong("seq"), PlatformActionJson.fromJson(json.build()), instant(row, "received_at"));
  }

  private static void add(JsonObjectBuilder json, String name, String value) {
    if (value != null) {
      json.add(name, value);
    }
  }

  private static void addJson(JsonObjectBuilder json, String name, String text) {
    if (text != null) {
      try (JsonReader reader = Json.createReader(new StringReader(text))) {
        json.add(name, reader.readValue());
      }
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
