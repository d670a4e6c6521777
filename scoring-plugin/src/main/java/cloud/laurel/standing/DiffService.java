package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.standing.HonourRule.Candidate;
import cloud.laurel.standing.StandingDiff.HonourChange;
import cloud.laurel.standing.StandingDiff.PersonChange;
import cloud.laurel.standing.StandingDiff.SchoolChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Compares a campaign's standings with those under other rules. */
public final class DiffService {

  private static final int MOST_PEOPLE = 50;

  /** Both books' totals of everybody whose points differ. */
  private static final String CHANGED =
      " FROM (SELECT account, role,"
          + " sum(CASE WHEN book = :before THEN points ELSE 0 END) AS was,"
          + " sum(CASE WHEN book = :after THEN points ELSE 0 END) AS becomes"
          + " FROM person_total WHERE book IN (:before, :after) GROUP BY account, role) t"
          + " WHERE t.was <> t.becomes";

  private final StandingService standings;

  /** One that ranks as the pages do. */
  public DiffService(StandingService standings) {
    this.standings = standings;
  }

  /**
   * Compares two views of one campaign, each with its book.
   *
   * @param tx one snapshot of the database
   */
  public StandingDiff between(Handle tx, Campaign before, Campaign after) {
    List<SchoolStandings.Row> old = standings.rows(tx, before);
    List<SchoolStandings.Row> now = standings.rows(tx, after);
    boolean sameBook = before.book() == after.book();
    return new StandingDiff(
        schools(old, now),
        sameBook ? 0 : accountsChanged(tx, before, after),
        sameBook ? List.of() : people(tx, before, after, true),
        sameBook ? List.of() : people(tx, before, after, false),
        honours(tx, before, after, old, now));
  }

  private static List<SchoolChange> schools(
      List<SchoolStandings.Row> old, List<SchoolStandings.Row> now) {
    Map<String, SchoolStandings.Row> before = new LinkedHashMap<>();
    old.forEach(row -> before.put(row.code(), row));
    return now.stream()
        .map(
            row ->
                new SchoolChange(
                    row.code(),
                    row.name(),
                    before.get(row.code()).score(),
                    row.score(),
                    before.get(row.code()).rank(),
                    row.rank()))
        .filter(c -> c.before().compareTo(c.after()) != 0 || c.rankBefore() != c.rankAfter())
        .toList();
  }

  private static long accountsChanged(Handle tx, Campaign before, Campaign after) {
    return tx.createQuery("SELECT count(DISTINCT t.account)" + CHANGED)
        .bind("before", before.book())
        .bind("after", after.book())
        .mapTo(Long.class)
        .one();
  }

  private static List<PersonChange> people(
      Handle tx, Campaign before, Campaign after, boolean gainers) {
    return tx.createQuery(
            "SELECT t.account, (SELECT p.name FROM person p WHERE p.account = t.account) AS name,"
                + " t.role, t.was, t.becomes"
                + CHANGED
                + (gainers ? " AND t.becomes > t.was" : " AND t.becomes < t.was")
                + " ORDER BY t.becomes - t.was"
                + (gainers ? " DESC" : "")
                + ", t.account, t.role LIMIT :most")
        .bind("before", before.book())
        .bind("after", after.book())
        .bind("most", MOST_PEOPLE)
        .map(
            (row, context) ->
                new PersonChange(
                    row.getString("account"),
                    row.getString("name"),
                    Role.valueOf(row.getString("role")),
                    row.getLong("was"),
                    row.getLong("becomes")))
        .list();
  }

  /** The places of each honour that has a quota (rule R10). */
  private static List<HonourChange> honours(
      Handle tx,
      Campaign before,
      Campaign after,
      List<SchoolStandings.Row> old,
      List<SchoolStandings.Row> now) {
    List<HonourChange> changes = new ArrayList<>();
    for (Honour honour : after.honours()) {
      if (honour.quota().isEmpty()) {
        continue;
      }
      if (HonourRule.followsSchool(honour)) {
        changes.add(change(honour, candidates(old), candidates(now)));
      } else if (HonourRule.followsPoints(honour)) {
        changes.add(change(honour, teachers(tx, before, honour), teachers(tx, after, honour)));
      }
    }
    return changes;
  }

  private static HonourChange change(Honour honour, List<Candidate> before, List<Candidate> after) {
    List<String> old = names(HonourRule.winners(honour, before));
    List<String> now = names(HonourRule.winners(honour, after));
    return new HonourChange(honour.code(), honour.name(), without(now, old), without(old, now));
  }

  private static List<String> names(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::name).toList();
  }

  private static List<String> without(List<String> names, List<String> others) {
    return names.stream().filter(n -> !others.contains(n)).toList();
  }

  private static List<Candidate> candidates(List<SchoolStandings.Row> rows) {
    return rows.stream()
        .map(r -> new Candidate(r.name(), r.rank(), r.passesOpeningGate()))
        .toList();
  }

  /** The best teachers, down to the last of the tie that reaches into the quota's places. */
  private static List<Candidate> teachers(Handle tx, Campaign campaign, Honour honour) {
    return tx.createQuery(
            "SELECT p.name, t.account, t.points, RANK() OVER (ORDER BY t.points DESC) AS place"
                + " FROM person_total t JOIN person p ON p.account = t.account"
                + " WHERE t.book = :book AND t.role = 'TEACHER' AND t.points >= coalesce(("
                + " SELECT c.points FROM person_total c WHERE c.book = :book"
                + " AND c.role = 'TEACHER' ORDER BY c.points DESC LIMIT 1 OFFSET :last), 0)"
                + " AND t.points > 0 ORDER BY t.points DESC, t.account")
        .bind("book", campaign.book())
        .bind("last", honour.quota().orElseThrow() - 1)
        .map(
            (row, context) ->
                new Candidate(
                    row.getString("name") + " (" + row.getString("account") + ")",
                    row.getInt("place"),
                    true))
        .list();
  }
}
