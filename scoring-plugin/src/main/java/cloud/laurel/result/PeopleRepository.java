package cloud.laurel.result;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.result.ResultJson.Digest;
import cloud.laurel.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The people of a result: frozen beside a snapshot, or as they are now. */
final class PeopleRepository {

  /** So many schools at once: neither a statement per school nor everybody in memory. */
  private static final int SCHOOLS = 200;

  private static final String NOW =
      "SELECT DISTINCT m.account, p.name, m.school, coalesce(t.points, 0) AS points"
          + " FROM membership m JOIN person p ON p.account = m.account"
          + " LEFT JOIN person_total t ON t.book = :book AND t.account = m.account"
          + " AND t.role = m.role"
          + " WHERE m.role = :role AND m.valid_from <= :day"
          + " AND (m.valid_to IS NULL OR m.valid_to > :day)";

  private static final String FROZEN =
      "SELECT account, name, school, points FROM snapshot_person"
          + " WHERE snapshot = :snapshot AND role = :role";

  /** Ranks over all come first, whatever is left out afterwards. */
  private static final String RANKED =
      "SELECT account, name, school, points, place FROM (SELECT account, name, school, points,"
          + " rank() OVER (ORDER BY points DESC) AS place"
          + " FROM (SELECT account, name, min(school) AS school, points FROM (%s) r"
          + " GROUP BY account, name, points) s) t"
          + " WHERE points > 0 ORDER BY points DESC, account"
          + " LIMIT :most";

  /** Somebody in a role at a school. */
  record Row(String account, String name, String school, long points) {}

  /**
   * Copies a role's people into a snapshot.
   *
   * @param schools codes of those that take part
   */
  Digest freeze(
      Handle tx, Campaign campaign, LocalDate day, Role role, List<String> schools, long snapshot) {
    MessageDigest digest = Sha256.digest();
    long count = 0;
    long points = 0;
    List<String> sorted = schools.stream().sorted().toList();
    for (int from = 0; from < sorted.size(); from += SCHOOLS) {
      List<String> some = sorted.subList(from, Math.min(from + SCHOOLS, sorted.size()));
      List<Row> rows =
          bind(tx.createQuery(NOW + " AND m.school = ANY(:schools)"), campaign, day, role)
              .bindArray("schools", String.class, some)
              .map((row, context) -> row(row))
              .list()
              .stream()
              .sorted(Comparator.comparing(Row::school).thenComparing(Row::account))
              .toList();
      insert(tx, snapshot, role, rows);
      for (Row row : rows) {
        count++;
        points += row.points();
        digest.update(
            String.join("\t", row.school(), row.account(), row.name(), row.points() + "\n")
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    return new Digest(role.name(), count, points, HexFormat.of().formatHex(digest.digest()));
  }

  private static void insert(Handle tx, long snapshot, Role role, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        tx.prepareBatch(
            "INSERT INTO snapshot_person (snapshot, role, account, school, name, points)"
                + " VALUES (:snapshot, :role, :account, :school, :name, :points)");
    rows.forEach(
        row ->
            batch
                .bind("snapshot", snapshot)
                .bind("role", role.name())
                .bind("account", row.account())
                .bind("school", row.school())
                .bind("name", row.name())
                .bind("points", row.points())
                .add());
    batch.execute();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("account"),
        row.getString("name"),
        row.getString("school"),
        row.getLong("points"));
  }

  /** Everybody of a role as a snapshot holds them. */
  List<Row> allFrozen(Handle tx, long snapshot, Role role) {
    return tx.createQuery(FROZEN)
        .bind("snapshot", snapshot)
        .bind("role", role.name())
        .map((row, context) -> row(row))
        .list();
  }

  /** Everybody of a role. */
  List<Row> allNow(Handle tx, Campaign campaign, LocalDate day, Role role) {
    return bind(tx.createQuery(NOW), campaign, day, role).map((row, context) -> row(row)).list();
  }

  /** Those with points as a snapshot holds them; {@link #now} says which. */
  List<PersonResult> frozen(Handle tx, long snapshot, Role role, int most) {
    return ranked(
        tx.createQuery(RANKED.formatted(FROZEN))
            .bind("snapshot", snapshot)
            .bind("role", role.name()),
        most);
  }

  /**
   * Those with points, best first.
   *
   * @param most rows
   */
  List<PersonResult> now(Handle tx, Campaign campaign, LocalDate day, Role role, int most) {
    return ranked(bind(tx.createQuery(RANKED.formatted(NOW)), campaign, day, role), most);
  }

  private static List<PersonResult> ranked(Query query, int most) {
    return query
        .bind("most", most)
        .map(
            (row, context) ->
                new PersonResult(
                    row.getString("account"),
                    row.getString("name"),
                    row.getString("school"),
                    row.getLong("points"),
                    row.getLong("place")))
        .list();
  }

  private static Query bind(Query query, Campaign campaign, LocalDate day, Role role) {
    return query.bind("book", campaign.book()).bind("role", role.name()).bind("day", day);
  }
}
