package cloud.laurel.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What the last upload found, and the way back to it. All set-wise: it may be a whole city. */
final class UndoRepository {

  /** What rosters said; what actions say of spaces is no upload's to undo. */
  private static final String FACTS =
      "username, name, told_registered_at, told_activated_at,"
          + " described_as_of, registered_as_of, activated_as_of, email";

  private static final String MEMBERSHIP =
      "id, account, school, role, grade, valid_from, valid_to, class_name";
  private static final String SCHOOL = "name, kind, parent, described_as_of, aliases_as_of";

  private final Handle tx;

  UndoRepository(Handle tx) {
    this.tx = tx;
  }

  /** Forgets the upload before, and keeps of the known what a plan is about to change. */
  void keepBefore(RosterPlan plan) {
    forget();
    Set<String> known = new HashSet<>(plan.confirmed);
    plan.updates.forEach(p -> known.add(p.account()));
    known.addAll(plan.moving);
    known.removeAll(plan.added);
    for (boolean moving : List.of(true, false)) {
      for (boolean judged : List.of(true, false)) {
        keepPeople(
            known.stream()
                .filter(a -> plan.moving.contains(a) == moving)
                .filter(a -> plan.concerned.contains(a) == judged)
                .toList(),
            true,
            moving,
            judged);
      }
    }
    Sql.chunks(
        plan.moving.stream().filter(a -> !plan.added.contains(a)).toList(),
        chunk ->
            with(
                "INSERT INTO roster_undo_membership ("
                    + MEMBERSHIP
                    + ") SELECT "
                    + MEMBERSHIP
                    + " FROM membership WHERE account = ANY(:keys)",
                chunk));
    List<String> codes = List.copyOf(plan.upload.orgs().keySet());
    keepSchools(codes, true);
    if (plan.upload.told().aliases()) {
      Sql.chunks(
          codes,
          chunk ->
              with(
                  "INSERT INTO roster_undo_alias (alias, school) SELECT alias, school"
                      + " FROM school_alias WHERE school = ANY(:keys)",
                  chunk));
    }
  }

  /** Notes who and which schools are new; to be called when they are there. */
  void keepNew(RosterPlan plan) {
    keepPeople(List.copyOf(plan.added), false, true, true);
    Set<String> fresh = new HashSet<>(plan.upload.orgs().keySet());
    tx.createQuery("SELECT code FROM roster_undo_school")
        .mapTo(String.class)
        .forEach(fresh::remove);
    keepSchools(fresh, false);
  }

  private void keepPeople(List<String> accounts, boolean known, boolean moving, boolean judged) {
    Sql.chunks(
        accounts,
        chunk ->
            with(
                "INSERT INTO roster_undo_person (account, known, memberships, judged, "
                    + FACTS.replace("told_", "space_")
                    + ") SELECT account, %s, %s, %s, ".formatted(known, moving, judged)
                    + FACTS
                    + " FROM person WHERE account = ANY(:keys)",
                chunk));
  }

  private void keepSchools(Collection<String> codes, boolean known) {
    Sql.chunks(
        List.copyOf(codes),
        chunk ->
            with(
                "INSERT INTO roster_undo_school (code, known, "
                    + SCHOOL
                    + ") SELECT code, "
                    + known
                    + ", "
                    + SCHOOL
                    + " FROM school WHERE code = ANY(:keys)",
                chunk));
  }

  private void with(String sql, List<String> keys) {
    tx.createUpdate(sql).bind("keys", Sql.array(keys)).execute();
  }

  /** The people whose verdicts the way back may change. */
  Set<String> judged() {
    return new HashSet<>(
        tx.createQuery("SELECT account FROM roster_undo_person WHERE judged")
            .mapTo(String.class)
            .list());
  }

  /** The schools whose people the way back may change; to be asked for before it is taken. */
  Set<String> schools(long upload) {
    return new HashSet<>(
        tx.createQuery(
                """
                SELECT school FROM roster_upload_school WHERE upload = :upload
                UNION SELECT school FROM roster_undo_membership
                UNION SELECT school FROM membership
                  WHERE account IN (SELECT account FROM roster_undo_person WHERE memberships)""")
            .bind("upload", upload)
            .mapTo(String.class)
            .list());
  }

  /** Makes the roster what it was. */
  void restore(long upload) {
    String moved = "account IN (SELECT account FROM roster_undo_person WHERE memberships)";
    String fresh = "(SELECT code FROM roster_undo_school WHERE NOT known)";
    List<String> steps = new ArrayList<>();
    steps.add("DELETE FROM membership WHERE " + moved);
    // user names are unique at every moment: two people may have exchanged theirs
    steps.add(
        "UPDATE person SET username = NULL WHERE account IN (SELECT u.account"
            + " FROM roster_undo_person u JOIN person p ON p.account = u.account"
            + " WHERE u.known AND coalesce(u.username, '') <> coalesce(p.username, ''))");
    steps.add(
        "DELETE FROM person WHERE account IN"
            + " (SELECT account FROM roster_undo_person WHERE NOT known)");
    steps.add(
        merge("person", "account", "roster_undo_person", FACTS).replace("u.told_", "u.space_")
            + earliest("registered")
            + earliest("activated"));
    steps.add(
        "DELETE FROM roster_upload_school WHERE upload = " + upload + " AND school IN " + fresh);
    steps.add(
        "DELETE FROM school_alias WHERE school IN "
            + fresh
            + " OR school IN (SELECT u.code FROM roster_undo_school u JOIN school s"
            + " ON s.code = u.code WHERE s.aliases_as_of <> u.aliases_as_of)"
            + " OR school IN (SELECT school FROM roster_undo_alias)");
    steps.add(
        "INSERT INTO school_alias (alias, school) SELECT alias, school FROM roster_undo_alias");
    steps.add("DELETE FROM school WHERE code IN " + fresh);
    steps.add(merge("school", "code", "roster_undo_school", SCHOOL));
    steps.add(
        "INSERT INTO membership ("
            + MEMBERSHIP
            + ") SELECT "
            + MEMBERSHIP
            + " FROM roster_undo_membership");
    steps.forEach(tx::execute);
    forget();
  }

  private static String earliest(String what) {
    return ", space_%1$s_at = LEAST(u.space_%1$s_at,".formatted(what)
        + " (SELECT min(e.%s_at) FROM space_event e WHERE e.account = u.account))".formatted(what);
  }

  private static String merge(String table, String key, String from, String columns) {
    String sets =
        String.join(
            ", ", java.util.Arrays.stream(columns.split(", ?")).map(c -> c + " = u." + c).toList());
    return "MERGE INTO %1$s t USING (SELECT * FROM %3$s WHERE known) u ON t.%2$s = u.%2$s"
            .formatted(table, key, from)
        + " WHEN MATCHED THEN UPDATE SET "
        + sets;
  }

  private void forget() {
    for (String table : List.of("person", "membership", "school", "alias")) {
      tx.execute("DELETE FROM roster_undo_" + table);
    }
  }
}
