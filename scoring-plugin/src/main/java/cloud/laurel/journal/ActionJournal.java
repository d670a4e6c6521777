package cloud.laurel.journal;

import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformAction.ObjectRef;
import cloud.laurel.plugin.PlatformActionJson;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The append-only journal of actions, unique by action id. */
public final class ActionJournal {

  /** Action type that takes another action back (rule R12). */
  public static final String WITHDRAWN = "action.withdrawn";

  /**
   * Action type of a {@link Correction}. An action of this type that came from outside corrects
   * nothing: only what {@link #correct} wrote down does.
   */
  public static final String CORRECTED = "award.corrected";

  /** Looked up once: the look-up reads the class path each time. */
  private static final JsonProvider JSON = JsonProvider.provider();

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
    List<JournalEntry> offered = new ArrayList<>(byId.size());
    byId.values().forEach(a -> offered.add(new JournalEntry(nextSeq(tx), a, receivedAt)));
    int inserted = offered.isEmpty() ? 0 : insert(tx, offered);
    List<JournalEntry> entries = inserted == offered.size() ? offered : stored(tx, offered);
    if (!entries.isEmpty()) {
      insertCounterparts(tx, entries);
      insertWithdrawals(tx, entries);
    }
    return entries;
  }

  /** Appends a correcting entry; empty when its reference is known already. */
  public Optional<JournalEntry> correct(Handle tx, Correction correction, Instant receivedAt) {
    PlatformAction action =
        new PlatformAction(
            "correction:" + correction.reference(),
            CORRECTED,
            correction.account(),
            correction.occurredAt(),
            Optional.of(correction.school()),
            correction.object(),
            List.of(),
            Map.of());
    List<JournalEntry> added = append(tx, List.of(action), receivedAt);
    for (JournalEntry entry : added) {
      tx.execute(
          "INSERT INTO correction (action, campaign, indicator, school, reference)"
              + " VALUES (?, ?, ?, ?, ?)",
          entry.seq(),
          correction.campaign(),
          correction.indicator(),
          correction.school(),
          correction.reference());
    }
    return added.stream()
        .findFirst()
        .map(e -> new JournalEntry(e.seq(), action, receivedAt, Optional.of(correction)));
  }

  /** Puts to the entries that correct something what they correct. */
  private static List<JournalEntry> withCorrections(Handle tx, List<JournalEntry> entries) {
    List<Long> corrected =
        entries.stream()
            .filter(e -> e.action().type().equals(CORRECTED))
            .map(JournalEntry::seq)
            .toList();
    if (corrected.isEmpty()) {
      return entries;
    }
    record Known(long seq, int campaign, String indicator, String school, String reference) {}
    Map<Long, Known> known = new HashMap<>();
    tx.createQuery(
            "SELECT action, campaign, indicator, school, reference FROM correction"
                + " WHERE action = ANY(:actions)")
        .bindArray("actions", Long.class, corrected)
        .map(
            (row, context) ->
                new Known(
                    row.getLong(1),
                    row.getInt(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .forEach(k -> known.put(k.seq(), k));
    return entries.stream()
        .map(
            e ->
                Optional.ofNullable(known.get(e.seq()))
                    .map(
                        k ->
                            new JournalEntry(
                                e.seq(),
                                e.action(),
                                e.receivedAt(),
                                Optional.of(
                                    new Correction(
                                        k.campaign(),
                                        e.action().actor(),
                                        k.indicator(),
                                        k.school(),
                                        e.action().occurredAt(),
                                        e.action().object(),
                                        k.reference()))))
                    .orElse(e))
        .toList();
  }

  /** Those of the offered entries that are in the journal under the number given to them. */
  private static List<JournalEntry> stored(Handle tx, List<JournalEntry> offered) {
    Set<Long> seqs =
        new HashSet<>(
            tx.createQuery("SELECT seq FROM action_journal WHERE seq = ANY(:seqs)")
                .bindArray("seqs", Long.class, offered.stream().map(JournalEntry::seq).toList())
                .mapTo(Long.class)
                .list());
    return offered.stream().filter(e -> seqs.contains(e.seq())).toList();
  }

  private synchronized long nextSeq(Handle tx) {
    if (next == blockEnd) {
      next = tx.createQuery("SELECT nextval('action_journal_seq')").mapTo(Long.class).one();
      blockEnd = next + BLOCK;
    }
    return next++;
  }

  /** Leaves out known ids. One statement with a column as an array each, not a row each. */
  private static int insert(Handle tx, List<JournalEntry> entries) {
    Update insert =
        tx.createUpdate(
                "INSERT INTO action_journal (seq, id, type, actor, occurred_at, received_at,"
                    + " school, object_id, object_name, counterparts, attributes)"
                    + " SELECT k.seq, k.id, k.type, k.actor,"
                    + " CAST(k.occurred_at AS TIMESTAMP WITH TIME ZONE), :receivedAt,"
                    + " k.school, k.object_id, k.object_name, k.counterparts, k.attributes"
                    + " FROM UNNEST(CAST(:seqs AS BIGINT ARRAY), CAST(:ids AS VARCHAR ARRAY),"
                    + " CAST(:types AS VARCHAR ARRAY), CAST(:actors AS VARCHAR ARRAY),"
                    + " CAST(:times AS VARCHAR ARRAY), CAST(:schools AS VARCHAR ARRAY),"
                    + " CAST(:objects AS VARCHAR ARRAY), CAST(:names AS VARCHAR ARRAY),"
                    + " CAST(:counterparts AS VARCHAR ARRAY), CAST(:attributes AS VARCHAR ARRAY))"
                    + " AS k (seq, id, type, actor, occurred_at, school, object_id, object_name,"
                    + " counterparts, attributes) ON CONFLICT DO NOTHING")
            .bind("receivedAt", entries.get(0).receivedAt().atOffset(ZoneOffset.UTC))
            .bindArray("seqs", Long.class, entries.stream().map(JournalEntry::seq).toList());
    List<PlatformAction> actions = entries.stream().map(JournalEntry::action).toList();
    column(insert, "ids", actions, PlatformAction::id);
    column(insert, "types", actions, PlatformAction::type);
    column(insert, "actors", actions, PlatformAction::actor);
    column(insert, "times", actions, a -> a.occurredAt().toString());
    column(insert, "schools", actions, a -> a.school().orElse(null));
    column(insert, "objects", actions, a -> a.object().map(ObjectRef::id).orElse(null));
    column(insert, "names", actions, a -> a.object().flatMap(ObjectRef::name).orElse(null));
    column(insert, "counterparts", actions, ActionJournal::counterparts);
    column(insert, "attributes", actions, ActionJournal::attributes);
    return insert.execute();
  }

  private static void column(
      Update insert,
      String name,
      List<PlatformAction> actions,
      Function<PlatformAction, @Nullable String> value) {
    insert.bindArray(name, String.class, actions.stream().map(value).toList());
  }

  private static @Nullable String counterparts(PlatformAction action) {
    return action.counterparts().isEmpty()
        ? null
        : JSON.createArrayBuilder(action.counterparts()).build().toString();
  }

  private static @Nullable String attributes(PlatformAction action) {
    return action.attributes().isEmpty()
        ? null
        : JSON.createObjectBuilder(action.attributes()).build().toString();
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
    return withCorrections(
        tx,
        tx.createQuery("SELECT " + COLUMNS + " FROM action_journal j WHERE j.id = ANY(:ids)")
            .bindArray("ids", String.class, ids)
            .map((row, context) -> entry(row))
            .list());
  }

  /**
   * The next accounts that took part in anything, in the database's order, with the number of their
   * actions.
   *
   * @param after the account before the first
   */
  public LinkedHashMap<String, Long> accountsAfter(Handle tx, String after, int most) {
    LinkedHashMap<String, Long> accounts = new LinkedHashMap<>();
    tx.createQuery(
            "SELECT p.account, sum(p.actions) FROM ("
                + "(SELECT actor AS account, count(*) AS actions FROM action_journal"
                + " WHERE actor > :after GROUP BY actor ORDER BY actor LIMIT :most)"
                + " UNION ALL "
                + "(SELECT account, count(*) AS actions FROM action_counterpart"
                + " WHERE account > :after GROUP BY account ORDER BY account LIMIT :most)"
                + ") p GROUP BY p.account ORDER BY p.account LIMIT :most")
        .bind("after", after)
        .bind("most", most)
        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(e -> accounts.put(e.getKey(), e.getValue()));
    return accounts;
  }

  /** How many parts in actions there are to walk through by {@link #accountsAfter}. */
  public long parts(Handle tx) {
    return tx.createQuery(
            "SELECT (SELECT count(*) FROM action_journal)"
                + " + (SELECT count(*) FROM action_counterpart)")
        .mapTo(Long.class)
        .one();
  }

  /**
   * Every action in which one of the accounts took part, on either side, within a stretch of time.
   *
   * @param from first instant
   *     <p>The time is compared through {@code coalesce}, for nothing but this: H2 looks a list of
   *     values up in an index only if nothing else of the index is compared.
   * @param before first instant after it
   */
  public List<JournalEntry> of(
      Handle tx, Collection<String> accounts, Instant from, Instant before) {
    return withCorrections(
        tx,
        tx.createQuery(
                "SELECT "
                    + COLUMNS
                    + " FROM action_journal j WHERE j.actor = ANY(:accounts)"
                    + " AND coalesce(j.occurred_at, j.received_at) >= :from"
                    + " AND coalesce(j.occurred_at, j.received_at) < :before"
                    + " UNION SELECT "
                    + COLUMNS
                    + " FROM action_counterpart c JOIN action_journal j ON j.seq = c.action"
                    + " WHERE c.account = ANY(:accounts)"
                    + " AND coalesce(j.occurred_at, j.received_at) >= :from"
                    + " AND coalesce(j.occurred_at, j.received_at) < :before")
            .bindArray("accounts", String.class, accounts)
            .bind("from", from.atOffset(ZoneOffset.UTC))
            .bind("before", before.atOffset(ZoneOffset.UTC))
            .map((row, context) -> entry(row))
            .list());
  }

  /**
   * The latest arrivals of some types, newest first. Looks at about so many arrivals of any type
   * and no more, so that a rare type costs no full scan.
   *
   * @param most at most so many are returned
   * @param lookedAt so many are looked at, and at most twice as many
   */
  public List<JournalEntry> newest(Handle tx, Collection<String> types, int most, int lookedAt) {
    List<JournalEntry> found = new ArrayList<>();
    long to =
        tx.createQuery("SELECT COALESCE(max(seq), 0) FROM action_journal").mapTo(Long.class).one();
    // in stretches: H2 reads no index backwards
    for (long looked = 0; to > 0 && looked < lookedAt && found.size() < most; to -= lookedAt) {
      long rows =
          tx.createQuery("SELECT count(*) FROM action_journal WHERE seq > :after AND seq <= :to")
              .bind("after", to - lookedAt)
              .bind("to", to)
              .mapTo(Long.class)
              .one();
      if (rows > 0) {
        tx.createQuery(
                "SELECT "
                    + COLUMNS
                    + " FROM action_journal j WHERE j.seq > :after AND j.seq <= :to"
                    + " AND j.type = ANY(:types) ORDER BY j.seq DESC LIMIT :most")
            .bind("after", to - lookedAt)
            .bind("to", to)
            .bindArray("types", String.class, types)
            .bind("most", most - found.size())
            .map((row, context) -> entry(row))
            .forEach(found::add);
      }
      looked += rows;
    }
    return found;
  }

  private static JournalEntry entry(ResultSet row) throws SQLException {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("id", row.getString("id"))
            .add("type", row.getString("type"))
            .add("actor", row.getString("actor"))
            .add("occurredAt", instant(row, "occurred_at").toString());
    add(json, "school", row.getString("school"));
    if (row.getString("object_id") != null) {
      JsonObjectBuilder object = JSON.createObjectBuilder().add("id", row.getString("object_id"));
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
      try (JsonReader reader = JSON.createReader(new StringReader(text))) {
        json.add(name, reader.readValue());
      }
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
