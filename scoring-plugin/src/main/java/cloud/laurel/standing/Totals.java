package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.MonthRule;
import cloud.laurel.campaign.Participation;
import cloud.laurel.campaign.Role;
import cloud.laurel.campaign.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/**
 * The running totals that pages read: points per person and school, the spread of people over
 * points, people and spaces per school, participants per school and month. Changed by what a batch
 * adds, and counted afresh from roster and judgements when the roster or the day changes.
 */
public final class Totals {

  private static final String HOLDS =
      " m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to > :day) ";

  private final SpreadRepository spread = new SpreadRepository();

  /** Adds a batch's changes; the caller holds the stripes of the accounts concerned. */
  public void apply(Handle tx, int book, Deltas deltas) {
    addPeople(tx, book, deltas);
    spread.move(tx, book, deltas.rankedPeople());
    addSchools(tx, book, deltas);
    addParticipants(tx, book, deltas);
  }

  private static void addPeople(Handle tx, int book, Deltas deltas) {
    deltas.people.values().removeIf(points -> points == 0);
    if (deltas.people.isEmpty()) {
      return;
    }
    tx.createUpdate(
            "MERGE INTO person_total t USING (SELECT * FROM UNNEST(CAST(:accounts AS VARCHAR ARRAY),"
                + " CAST(:roles AS VARCHAR ARRAY), CAST(:points AS BIGINT ARRAY))"
                + " AS k (account, role, points)) k"
                + " ON t.book = :book AND t.account = k.account AND t.role = k.role"
                + " WHEN MATCHED THEN UPDATE SET points = t.points + k.points"
                + " WHEN NOT MATCHED THEN INSERT (book, account, role, points)"
                + " VALUES (:book, k.account, k.role, k.points)")
        .bind("book", book)
        .bindArray(
            "accounts",
            String.class,
            deltas.people.keySet().stream().map(Deltas.PersonKey::account).toList())
        .bindArray(
            "roles",
            String.class,
            deltas.people.keySet().stream().map(k -> k.role().name()).toList())
        .bindArray("points", Long.class, List.copyOf(deltas.people.values()))
        .execute();
  }

  /** In the keys' order, row by row: two batches never wait for each other in a circle. */
  private static void addSchools(Handle tx, int book, Deltas deltas) {
    deltas.schools.values().removeIf(points -> points == 0);
    if (deltas.schools.isEmpty()) {
      return;
    }
    PreparedBatch missing =
        tx.prepareBatch(
            "INSERT INTO school_total (book, school, role, points) VALUES (?, ?, ?, 0)"
                + " ON CONFLICT DO NOTHING");
    PreparedBatch add =
        tx.prepareBatch(
            "UPDATE school_total SET points = points + ?"
                + " WHERE book = ? AND school = ? AND role = ?");
    deltas.schools.forEach(
        (key, points) -> {
          missing.add(book, key.school(), key.role().name());
          add.add(points, book, key.school(), key.role().name());
        });
    missing.execute();
    add.execute();
  }

  private static void addParticipants(Handle tx, int book, Deltas deltas) {
    deltas.participants.values().removeIf(pupils -> pupils == 0);
    if (deltas.participants.isEmpty()) {
      return;
    }
    PreparedBatch missing =
        tx.prepareBatch(
            "INSERT INTO school_participation"
                + " (book, school, in_month, indicator, alternative, participants)"
                + " VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING");
    PreparedBatch add =
        tx.prepareBatch(
            "UPDATE school_participation SET participants = participants + ?"
                + " WHERE book = ? AND school = ? AND in_month = ? AND indicator = ?"
                + " AND alternative = ?");
    deltas.participants.forEach(
        (key, pupils) -> {
          String month = key.month().toString();
          missing.add(book, key.school(), month, key.indicator(), key.alternative());
          add.add(pupils, book, key.school(), month, key.indicator(), key.alternative());
        });
    missing.execute();
    add.execute();
  }

  /** How many more of a school's people in a role have a registered, an activated space. */
  public record SpaceMove(String school, Role role, int registered, int activated) {}

  /** Adds what changed in people's spaces; the caller holds the stripes of those concerned. */
  public void moveSpaces(Handle tx, int book, List<SpaceMove> moves) {
    if (moves.isEmpty()) {
      return;
    }
    PreparedBatch add =
        tx.prepareBatch(
            "UPDATE school_roster SET registered = registered + ?, activated = activated + ?"
                + " WHERE book = ? AND school = ? AND role = ?");
    moves.forEach(m -> add.add(m.registered(), m.activated(), book, m.school(), m.role().name()));
    add.execute();
  }

  /** The day whose roster the counts show; empty before the first count. */
  public Optional<LocalDate> countedFor(Handle tx, int book) {
    return tx.createQuery("SELECT counted_for FROM book WHERE id = :id")
        .bind("id", book)
        .map((row, context) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .one();
  }

  /** The months that no longer move. */
  public Set<YearMonth> closedMonths(Handle tx, int book) {
    return new HashSet<>(
        tx.createQuery("SELECT in_month FROM closed_month WHERE book = :id")
            .bind("id", book)
            .map((row, context) -> YearMonth.parse(row.getString(1)))
            .list());
  }

  /** A total of somebody that is not the sum of what counted. */
  public record Wrong(String account, Role role, long stored, long expected) {}

  /**
   * The totals of these accounts that are wrong.
   *
   * @param expected what all their judgements give
   */
  public List<Wrong> wrong(Handle tx, int book, Collection<String> accounts, Deltas expected) {
    Map<Deltas.PersonKey, Long> stored = new HashMap<>();
    tx.createQuery(
            "SELECT account, role, points FROM person_total WHERE book = :book"
                + " AND account = ANY(:accounts)")
        .bind("book", book)
        .bindArray("accounts", String.class, accounts)
        .map(
            (row, context) ->
                stored.put(
                    new Deltas.PersonKey(row.getString(1), Role.valueOf(row.getString(2))),
                    row.getLong(3)))
        .list();
    SortedSet<Deltas.PersonKey> keys = new TreeSet<>(stored.keySet());
    keys.addAll(expected.people.keySet());
    return keys.stream()
        .map(
            key ->
                new Wrong(
                    key.account(),
                    key.role(),
                    stored.getOrDefault(key, 0L),
                    expected.people.getOrDefault(key, 0L)))
        .filter(w -> w.stored() != w.expected())
        .toList();
  }

  /** Lets a month move again; the caller counts it afresh. */
  public void reopen(Handle tx, Campaign campaign, YearMonth month) {
    tx.execute(
        "DELETE FROM closed_month WHERE book = ? AND in_month = ?",
        campaign.book(),
        month.toString());
  }

  /** Takes over the closed months of the book in force: a trial does not move them (rule R5). */
  public void carryClosedMonths(Handle tx, Campaign trial) {
    for (String columns :
        List.of(
            "closed_month: in_month, closed_at",
            "school_month: school, in_month, eligible",
            "school_participation: school, in_month, indicator, alternative, participants")) {
      String[] table = columns.split(": ");
      tx.execute(
          String.format(
              "INSERT INTO %1$s (book, %2$s) SELECT CAST(? AS INT), %2$s FROM %1$s WHERE book = ?"
                  + " AND in_month IN (SELECT in_month FROM closed_month WHERE book = ?)",
              table[0], table[1]),
          trial.book(),
          trial.inForce(),
          trial.inForce());
    }
  }

  /**
   * Counts people, spaces, eligible pupils and participants afresh, then closes the months whose
   * time has come (rules R5 and R6). The caller holds every stripe.
   *
   * @param schools only these; empty for all
   */
  public void recount(Handle tx, Campaign campaign, Optional<Set<String>> schools, Instant now) {
    LocalDate today = campaign.dayOf(now);
    Optional<Set<String>> within = within(campaign, schools);
    recountPeople(tx, campaign, within, campaign.referenceDay(today));
    spread.recount(tx, campaign, campaign.referenceDay(today));
    Set<YearMonth> closed = closedMonths(tx, campaign.book());
    for (YearMonth month : campaign.monthsBegun(today)) {
      if (closed.contains(month)) {
        continue;
      }
      recountMonth(tx, campaign, within, month, campaign.referenceDay(month, today));
      boolean due =
          MonthRule.closesAt(campaign, month).map(closing -> !now.isBefore(closing)).orElse(false);
      if (due && schools.isEmpty()) {
        tx.execute(
            "INSERT INTO closed_month (book, in_month, closed_at) VALUES (?, ?, ?)",
            campaign.book(),
            month.toString(),
            now.atOffset(ZoneOffset.UTC));
      }
    }
    if (schools.isEmpty()) {
      tx.execute("UPDATE book SET counted_for = ? WHERE id = ?", today, campaign.book());
    }
  }

  /** Those of the schools that take part in the campaign. */
  private static Optional<Set<String>> within(Campaign campaign, Optional<Set<String>> schools) {
    if (campaign.schools().isEmpty()) {
      return schools;
    }
    Set<String> part = new HashSet<>(campaign.schools());
    schools.ifPresent(part::retainAll);
    return Optional.of(part);
  }

  private static void recountPeople(
      Handle tx, Campaign campaign, Optional<Set<String>> schools, LocalDate day) {
    delete(tx, "school_roster", campaign, schools, Optional.empty());
    scoped(
            tx,
            "INSERT INTO school_roster (book, school, role, people, registered, activated)"
                + " SELECT CAST(:book AS INT), m.school, m.role, count(*),"
                + " count(CASE WHEN p.space_registered_at < :dayEnd THEN 1 END),"
                + " count(CASE WHEN p.space_activated_at < :dayEnd THEN 1 END)"
                + " FROM (SELECT DISTINCT m.account, m.school, m.role FROM membership m WHERE"
                + HOLDS
                + " AND (m.role <> 'STUDENT' OR m.grade >= :grade)"
                + in(schools, "m.school")
                + ") m JOIN person p ON p.account = m.account GROUP BY m.school, m.role",
            campaign,
            campaign.rulesOn(day),
            schools)
        .bind("day", day)
        .bind("dayEnd", day.plusDays(1).atStartOfDay(campaign.zone()).toOffsetDateTime())
        .execute();
  }

  private static void recountMonth(
      Handle tx, Campaign campaign, Optional<Set<String>> schools, YearMonth month, LocalDate day) {
    delete(tx, "school_month", campaign, schools, Optional.of(month));
    delete(tx, "school_participation", campaign, schools, Optional.of(month));
    String pupils =
        " FROM (SELECT DISTINCT m.account, m.school FROM membership m WHERE"
            + HOLDS
            + " AND m.role = 'STUDENT' AND m.grade >= :grade"
            + in(schools, "m.school")
            + ") m";
    scoped(
            tx,
            "INSERT INTO school_month (book, school, in_month, eligible)"
                + " SELECT CAST(:book AS INT), m.school, CAST(:month AS VARCHAR), count(*)"
                + pupils
                + " GROUP BY m.school",
            campaign,
            campaign.rulesOf(month),
            schools)
        .bind("day", day)
        .bind("month", month.toString())
        .execute();
    for (Participation rule : campaign.rulesOf(month).participation()) {
      for (int alternative = 0; alternative < rule.counted().size(); alternative++) {
        scoped(
                tx,
                "INSERT INTO school_participation"
                    + " (book, school, in_month, indicator, alternative, participants)"
                    + " SELECT CAST(:book AS INT), m.school, CAST(:month AS VARCHAR),"
                    + " CAST(:rule AS VARCHAR), CAST(:alternative AS SMALLINT), count(*)"
                    + pupils
                    + " JOIN judgement g ON g.book = :book AND g.account = m.account"
                    + " AND g.indicator = :rule AND g.alternative = :alternative"
                    + " AND g.period = :month AND g.place = 0 GROUP BY m.school",
                campaign,
                campaign.rulesOf(month),
                schools)
            .bind("day", day)
            .bind("month", month.toString())
            .bind("rule", rule.code())
            .bind("alternative", alternative)
            .execute();
      }
    }
  }

  private static void delete(
      Handle tx,
      String table,
      Campaign campaign,
      Optional<Set<String>> schools,
      Optional<YearMonth> month) {
    Update update =
        tx.createUpdate(
                "DELETE FROM "
                    + table
                    + " WHERE book = :book"
                    + (month.isPresent() ? " AND in_month = :month" : "")
                    + in(schools, "school"))
            .bind("book", campaign.book());
    month.ifPresent(m -> update.bind("month", m.toString()));
    schools.ifPresent(s -> update.bindArray("schools", String.class, new ArrayList<>(s)));
    update.execute();
  }

  private static Update scoped(
      Handle tx, String sql, Campaign campaign, Rules rules, Optional<Set<String>> schools) {
    Update update =
        tx.createUpdate(sql).bind("book", campaign.book()).bind("grade", rules.fromGrade());
    schools.ifPresent(s -> update.bindArray("schools", String.class, new ArrayList<>(s)));
    return update;
  }

  private static String in(Optional<Set<String>> schools, String column) {
    return schools.isPresent() ? " AND " + column + " = ANY(:schools)" : "";
  }
}
