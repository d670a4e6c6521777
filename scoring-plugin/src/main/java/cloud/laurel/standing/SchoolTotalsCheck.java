package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.store.Database;
import cloud.laurel.store.Stripes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Compares what is stored of schools, of ranks and of spaces with what the judgements, the journal
 * and the roster give.
 */
public final class SchoolTotalsCheck {

  private static final Map<String, String> COUNTS =
      Map.of(
          "school_roster", "role, people, registered, activated",
          "school_month", "in_month, eligible",
          "school_participation", "in_month, indicator, alternative, participants");

  /** What the journal says of spaces. */
  private static final String SAID =
      "SELECT j.actor AS account, j.id AS action, j.occurred_at AS registered_at,"
          + " CASE WHEN j.type = 'space.activated' THEN j.occurred_at END AS activated_at"
          + " FROM action_journal j WHERE j.type IN ('space.registered', 'space.activated')"
          + " AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.target = j.id)";

  private static final String KEPT =
      "SELECT account, action, registered_at, activated_at FROM space_event";

  private static final String SPACES =
      "SELECT p.account, p.space_registered_at, p.space_activated_at,"
          + " LEAST(p.told_registered_at, e.registered_at) AS registered_at,"
          + " LEAST(p.told_activated_at, e.activated_at) AS activated_at"
          + " FROM person p LEFT JOIN (SELECT account, min(registered_at) AS registered_at,"
          + " min(activated_at) AS activated_at FROM space_event GROUP BY account) e"
          + " ON e.account = p.account";

  private final Database database;
  private final Totals totals;
  private final InstantSource clock;

  /** One for a database. */
  public SchoolTotalsCheck(Database database, Totals totals, InstantSource clock) {
    this.database = database;
    this.totals = totals;
    this.clock = clock;
  }

  /**
   * A number that is not what it should be.
   *
   * @param school whose it is; empty when it is how many people have so many points
   * @param item what it is of, for example {@code TEACHER points}
   */
  public record Wrong(String school, String item, String stored, String expected) {}

  /** Everything that is wrong, by school. */
  public List<Wrong> wrong(Campaign campaign) {
    List<Wrong> wrong = new ArrayList<>(database.inSnapshot(tx -> points(tx, campaign)));
    wrong.addAll(database.inSnapshot(SchoolTotalsCheck::spaces));
    wrong.addAll(counts(campaign));
    return wrong;
  }

  /** What is kept of the actions on spaces, and people's spaces against it and the rosters. */
  private static List<Wrong> spaces(Handle tx) {
    List<Wrong> wrong = new ArrayList<>();
    for (String sides : List.of(KEPT + " EXCEPT " + SAID, SAID + " EXCEPT " + KEPT)) {
      boolean kept = sides.startsWith(KEPT);
      tx.createQuery(sides)
          .map(
              (row, context) ->
                  new Wrong(
                      "",
                      "space of " + row.getString(1) + " by " + row.getString(2),
                      kept ? row.getString(3) : "",
                      kept ? "" : row.getString(3)))
          .forEach(wrong::add);
    }
    tx.createQuery(
            "SELECT * FROM ("
                + SPACES
                + ") s WHERE s.space_registered_at IS DISTINCT FROM s.registered_at"
                + " OR s.space_activated_at IS DISTINCT FROM s.activated_at")
        .map(
            (row, context) ->
                new Wrong(
                    "",
                    "space of " + row.getString(1),
                    row.getString(2) + " " + row.getString(3),
                    row.getString(4) + " " + row.getString(5)))
        .forEach(wrong::add);
    return wrong;
  }

  private static List<Wrong> points(Handle tx, Campaign campaign) {
    Map<String, Role> roles = new HashMap<>();
    campaign
        .versions()
        .forEach(v -> v.rules().indicators().forEach(i -> roles.put(i.code(), i.role())));
    SortedMap<String, String> stored = new TreeMap<>();
    tx.createQuery("SELECT school, role, points FROM school_total WHERE book = :book")
        .bind("book", campaign.book())
        .map((row, context) -> new Points(row.getString(1), row.getString(2), row.getLong(3)))
        .forEach(p -> stored.put(p.key(), String.valueOf(p.points())));
    Map<String, Long> sums = new HashMap<>();
    tx.createQuery(
            "SELECT school, indicator, sum(points) FROM judgement"
                + " WHERE book = :book AND place IS NOT NULL GROUP BY school, indicator")
        .bind("book", campaign.book())
        .map((row, context) -> new Points(row.getString(1), row.getString(2), row.getLong(3)))
        .filter(p -> roles.containsKey(p.of()))
        .forEach(
            p ->
                sums.merge(
                    new Points(p.school(), roles.get(p.of()).name(), 0).key(),
                    p.points(),
                    Long::sum));
    SortedMap<String, String> expected = new TreeMap<>();
    sums.forEach((key, sum) -> expected.put(key, String.valueOf(sum)));
    // a school that lost all its points keeps a total of nothing
    stored.forEach((key, value) -> expected.putIfAbsent(key, "0"));
    return compare(stored, expected);
  }

  private record Points(String school, String of, long points) {
    String key() {
      return school + "\n" + of + " points";
    }
  }

  /** Counts everything afresh in a transaction that is taken back. */
  private List<Wrong> counts(Campaign campaign) {
    try {
      database.useTransaction(
          tx -> {
            Stripes.lockAll(tx);
            SortedMap<String, String> stored = counts(tx, campaign.book());
            totals.recount(tx, campaign, Optional.empty(), clock.instant());
            throw new TakenBack(compare(stored, counts(tx, campaign.book())));
          });
      throw new IllegalStateException("LRL-03043 the count was not taken back");
    } catch (TakenBack counted) {
      return counted.wrong;
    }
  }

  private static SortedMap<String, String> counts(Handle tx, int book) {
    SortedMap<String, String> counts = new TreeMap<>();
    COUNTS.forEach(
        (table, columns) ->
            tx.createQuery("SELECT school, " + columns + " FROM " + table + " WHERE book = :book")
                .bind("book", book)
                .map(
                    (row, context) -> {
                      StringBuilder text = new StringBuilder();
                      int last = row.getMetaData().getColumnCount();
                      int key = table.equals("school_roster") ? 2 : last - 1;
                      StringBuilder name = new StringBuilder(row.getString(1)).append('\n');
                      name.append(table);
                      for (int i = 2; i <= last; i++) {
                        (i <= key ? name : text).append(' ').append(row.getString(i));
                      }
                      return Map.entry(name.toString(), text.toString().strip());
                    })
                .forEach(e -> counts.put(e.getKey(), e.getValue())));
    tx.createQuery(SpreadRepository.SPREAD)
        .bind("book", book)
        .map(
            (row, context) ->
                Map.entry(
                    "\npoint_spread " + row.getString(1) + " " + row.getLong(2), row.getString(3)))
        .forEach(e -> counts.put(e.getKey(), e.getValue()));
    return counts;
  }

  private static List<Wrong> compare(
      SortedMap<String, String> stored, SortedMap<String, String> expected) {
    SortedSet<String> keys = new TreeSet<>(stored.keySet());
    keys.addAll(expected.keySet());
    return keys.stream()
        .map(
            key ->
                new Wrong(
                    key.substring(0, key.indexOf('\n')),
                    key.substring(key.indexOf('\n') + 1),
                    stored.getOrDefault(key, ""),
                    expected.getOrDefault(key, "")))
        .filter(w -> !w.stored().equals(w.expected()))
        .filter(w -> !isNothing(w))
        .toList();
  }

  /** A row of nobody and no row are the same. */
  private static boolean isNothing(Wrong wrong) {
    return (wrong.stored() + wrong.expected()).equals("0");
  }

  /** Carries what was found out of a transaction that is rolled back. */
  private static final class TakenBack extends RuntimeException {
    private final transient List<Wrong> wrong;

    TakenBack(List<Wrong> wrong) {
      super("taken back");
      this.wrong = wrong;
    }
  }
}
