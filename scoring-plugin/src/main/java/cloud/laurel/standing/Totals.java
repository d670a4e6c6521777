package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.MonthRule;
import cloud.laurel.campaign.Participation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/**
 * The running totals that pages read: points per person and school, people and spaces per school,
 * participants per school and month. Changed by what a batch adds, and counted afresh from roster
 * and judgements when the roster or the day changes.
 */
public final class Totals {

  private static final String HOLDS =
      " m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to > :day) ";

  /** Adds a batch's changes; the caller holds the stripes of the accounts concerned. */
  public void apply(Handle tx, int campaign, Deltas deltas) {
    addPeople(tx, campaign, deltas);
    addSchools(tx, campaign, deltas);
    addParticipants(tx, campaign, deltas);
  }

  private static void addPeople(Handle tx, int campaign, Deltas deltas) {
    deltas.people.values().removeIf(points -> points == 0);
    if (deltas.people.isEmpty()) {
      return;
    }
    tx.createUpdate(
            "MERGE INTO person_total t USING (SELECT * FROM UNNEST(CAST(:accounts AS VARCHAR ARRAY),"
                + " CAST(:roles AS VARCHAR ARRAY), CAST(:points AS BIGINT ARRAY))"
                + " AS k (account, role, points)) k"
                + " ON t.campaign = :campaign AND t.account = k.account AND t.role = k.role"
                + " WHEN MATCHED THEN UPDATE SET points = t.points + k.points"
                + " WHEN NOT MATCHED THEN INSERT (campaign, account, role, points)"
                + " VALUES (:campaign, k.account, k.role, k.points)")
        .bind("campaign", campaign)
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
  private static void addSchools(Handle tx, int campaign, Deltas deltas) {
    deltas.schools.values().removeIf(points -> points == 0);
    if (deltas.schools.isEmpty()) {
      return;
    }
    PreparedBatch missing =
        tx.prepareBatch(
            "INSERT INTO school_total (campaign, school, role, points) VALUES (?, ?, ?, 0)"
                + " ON CONFLICT DO NOTHING");
    PreparedBatch add =
        tx.prepareBatch(
            "UPDATE school_total SET points = points + ?"
                + " WHERE campaign = ? AND school = ? AND role = ?");
    deltas.schools.forEach(
        (key, points) -> {
          missing.add(campaign, key.school(), key.role().name());
          add.add(points, campaign, key.school(), key.role().name());
        });
    missing.execute();
    add.execute();
  }

  private static void addParticipants(Handle tx, int campaign, Deltas deltas) {
    deltas.participants.values().removeIf(pupils -> pupils == 0);
    if (deltas.participants.isEmpty()) {
      return;
    }
    PreparedBatch missing =
        tx.prepareBatch(
            "INSERT INTO school_participation"
                + " (campaign, school, in_month, indicator, alternative, participants)"
                + " VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING");
    PreparedBatch add =
        tx.prepareBatch(
            "UPDATE school_participation SET participants = participants + ?"
                + " WHERE campaign = ? AND school = ? AND in_month = ? AND indicator = ?"
                + " AND alternative = ?");
    deltas.participants.forEach(
        (key, pupils) -> {
          String month = key.month().toString();
          missing.add(campaign, key.school(), month, key.indicator(), key.alternative());
          add.add(pupils, campaign, key.school(), month, key.indicator(), key.alternative());
        });
    missing.execute();
    add.execute();
  }

  /** The day whose roster the counts show; empty before the first count. */
  public Optional<LocalDate> countedFor(Handle tx, int campaign) {
    return tx.createQuery("SELECT counted_for FROM campaign WHERE id = :id")
        .bind("id", campaign)
        .map((row, context) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .one();
  }

  /** The months that no longer move. */
  public Set<YearMonth> closedMonths(Handle tx, int campaign) {
    return new HashSet<>(
        tx.createQuery("SELECT in_month FROM closed_month WHERE campaign = :id")
            .bind("id", campaign)
            .map((row, context) -> YearMonth.parse(row.getString(1)))
            .list());
  }

  /**
   * Counts people, spaces, eligible pupils and participants afresh, then closes the months whose
   * time has come (rules R5 and R6). The caller holds every stripe.
   *
   * @param schools only these; empty for all
   */
  public void recount(Handle tx, Campaign campaign, Optional<Set<String>> schools, Instant now) {
    LocalDate today = campaign.dayOf(now);
    recountPeople(tx, campaign, schools, campaign.referenceDay(today));
    Set<YearMonth> closed = closedMonths(tx, campaign.id());
    for (YearMonth month : campaign.monthsBegun(today)) {
      if (closed.contains(month)) {
        continue;
      }
      recountMonth(tx, campaign, schools, month, campaign.referenceDay(month, today));
      boolean due =
          MonthRule.closesAt(campaign, month).map(closing -> !now.isBefore(closing)).orElse(false);
      if (due && schools.isEmpty()) {
        tx.execute(
            "INSERT INTO closed_month (campaign, in_month, closed_at) VALUES (?, ?, ?)",
            campaign.id(),
            month.toString(),
            now.atOffset(ZoneOffset.UTC));
      }
    }
    if (schools.isEmpty()) {
      tx.execute("UPDATE campaign SET counted_for = ? WHERE id = ?", today, campaign.id());
    }
  }

  private static void recountPeople(
      Handle tx, Campaign campaign, Optional<Set<String>> schools, LocalDate day) {
    delete(tx, "school_roster", campaign, schools, Optional.empty());
    scoped(
            tx,
            "INSERT INTO school_roster (campaign, school, role, people, registered, activated)"
                + " SELECT CAST(:campaign AS INT), m.school, m.role, count(*),"
                + " count(CASE WHEN p.space_registered_at < :dayEnd THEN 1 END),"
                + " count(CASE WHEN p.space_activated_at < :dayEnd THEN 1 END)"
                + " FROM (SELECT DISTINCT m.account, m.school, m.role FROM membership m WHERE"
                + HOLDS
                + " AND (m.role <> 'STUDENT' OR m.grade >= :grade)"
                + in(schools, "m.school")
                + ") m JOIN person p ON p.account = m.account GROUP BY m.school, m.role",
            campaign,
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
            "INSERT INTO school_month (campaign, school, in_month, eligible)"
                + " SELECT CAST(:campaign AS INT), m.school, CAST(:month AS VARCHAR), count(*)"
                + pupils
                + " GROUP BY m.school",
            campaign,
            schools)
        .bind("day", day)
        .bind("month", month.toString())
        .execute();
    for (Participation rule : campaign.participation()) {
      for (int alternative = 0; alternative < rule.counted().size(); alternative++) {
        scoped(
                tx,
                "INSERT INTO school_participation"
                    + " (campaign, school, in_month, indicator, alternative, participants)"
                    + " SELECT CAST(:campaign AS INT), m.school, CAST(:month AS VARCHAR),"
                    + " CAST(:rule AS VARCHAR), CAST(:alternative AS SMALLINT), count(*)"
                    + pupils
                    + " JOIN judgement g ON g.campaign = :campaign AND g.account = m.account"
                    + " AND g.indicator = :rule AND g.alternative = :alternative"
                    + " AND g.period = :month AND g.place = 0 GROUP BY m.school",
                campaign,
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
                    + " WHERE campaign = :campaign"
                    + (month.isPresent() ? " AND in_month = :month" : "")
                    + in(schools, "school"))
            .bind("campaign", campaign.id());
    month.ifPresent(m -> update.bind("month", m.toString()));
    schools.ifPresent(s -> update.bindArray("schools", String.class, new ArrayList<>(s)));
    update.execute();
  }

  private static Update scoped(
      Handle tx, String sql, Campaign campaign, Optional<Set<String>> schools) {
    Update update =
        tx.createUpdate(sql).bind("campaign", campaign.id()).bind("grade", campaign.fromGrade());
    schools.ifPresent(s -> update.bindArray("schools", String.class, new ArrayList<>(s)));
    return update;
  }

  private static String in(Optional<Set<String>> schools, String column) {
    return schools.isPresent() ? " AND " + column + " = ANY(:schools)" : "";
  }
}
