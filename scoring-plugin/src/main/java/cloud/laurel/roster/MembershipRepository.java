package cloud.laurel.roster;

import cloud.laurel.campaign.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Memberships, and people with theirs. */
final class MembershipRepository {

  private static final String PERSON =
      """
      SELECT p.account, p.username, p.name,
        m.school, m.role, m.grade, m.valid_from, m.valid_to, m.class_name
      FROM person p LEFT JOIN membership m ON m.account = p.account
      """;

  private static final String MEMBERSHIP =
      "SELECT id, account, school, role, grade, valid_from, valid_to, class_name FROM membership ";

  private final Handle tx;

  MembershipRepository(Handle tx) {
    this.tx = tx;
  }

  /** A membership with its key. */
  record Stored(long id, Membership membership) {}

  /** One to be added. */
  record Added(String account, Membership membership) {}

  /** Those of the accounts that are on record, in one statement. */
  Map<String, Person> people(Collection<String> accounts) {
    return people(
        tx.createQuery(
                PERSON
                    + "WHERE p.account = ANY(:accounts)"
                    + " ORDER BY p.account, m.valid_from, m.school, m.role, m.grade")
            .bind("accounts", Sql.array(accounts)));
  }

  Optional<Person> byUsername(String username) {
    return people(
            tx.createQuery(
                    PERSON
                        + "WHERE p.username = :username"
                        + " ORDER BY m.valid_from, m.school, m.role, m.grade")
                .bind("username", username))
        .values()
        .stream()
        .findFirst();
  }

  /**
   * All memberships, past ones too, of the people who are listed or who belong to one of the
   * schools on a day or later.
   */
  Map<String, List<Stored>> concerned(Set<String> listed, Set<String> schools, LocalDate day) {
    Map<String, List<Stored>> found = new HashMap<>();
    collect(
        tx.createQuery(
                MEMBERSHIP
                    + """
                      WHERE account IN (SELECT account FROM membership
                        WHERE school = ANY(:schools) AND (valid_to IS NULL OR valid_to > :day))""")
            .bind("schools", Sql.array(schools))
            .bind("day", Sql.date(day)),
        found);
    List<String> others = listed.stream().filter(a -> !found.containsKey(a)).toList();
    Sql.chunks(
        others,
        chunk ->
            collect(
                tx.createQuery(MEMBERSHIP + "WHERE account = ANY(:accounts)")
                    .bind("accounts", Sql.array(chunk)),
                found));
    return found;
  }

  /** How many people belong to each of some schools on a day. */
  Map<String, Integer> countOn(Set<String> schools, LocalDate day) {
    Map<String, Integer> counts = new HashMap<>();
    tx.createQuery(
            """
            SELECT school, count(DISTINCT account) AS people FROM membership
            WHERE school = ANY(:schools) AND valid_from <= :day
              AND (valid_to IS NULL OR valid_to > :day) GROUP BY school""")
        .bind("schools", Sql.array(schools))
        .bind("day", Sql.date(day))
        .map((row, c) -> counts.put(row.getString("school"), row.getInt("people")) == null)
        .list();
    return counts;
  }

  void insert(List<Added> added) {
    Sql.chunks(
        added,
        chunk -> {
          PreparedBatch batch =
              tx.prepareBatch(
                  """
                  INSERT INTO membership
                    (account, school, role, grade, valid_from, valid_to, class_name)
                  VALUES (:account, :school, :role, :grade, :from, :to, :class)""");
          for (Added row : chunk) {
            batch
                .bind("account", row.account())
                .bind("school", row.membership().school())
                .bind("role", row.membership().role().name())
                .bind("grade", row.membership().grade())
                .bind("from", Sql.date(row.membership().from()))
                .bind("to", Sql.date(row.membership().to()))
                .bind("class", Sql.text(row.membership().className()))
                .add();
          }
          batch.execute();
        });
  }

  /** Moves the ends of rows that stay, and their classes. */
  void end(List<Stored> rows) {
    Sql.chunks(
        rows,
        chunk -> {
          PreparedBatch batch =
              tx.prepareBatch(
                  "UPDATE membership SET valid_to = :to, class_name = :class WHERE id = :id");
          chunk.forEach(
              row ->
                  batch
                      .bind("id", row.id())
                      .bind("to", Sql.date(row.membership().to()))
                      .bind("class", Sql.text(row.membership().className()))
                      .add());
          batch.execute();
        });
  }

  void delete(List<Long> ids) {
    Sql.chunks(
        ids,
        chunk -> {
          PreparedBatch batch = tx.prepareBatch("DELETE FROM membership WHERE id = :id");
          chunk.forEach(id -> batch.bind("id", id).add());
          batch.execute();
        });
  }

  private static void collect(Query query, Map<String, List<Stored>> found) {
    query
        .map(
            (row, c) ->
                Map.entry(row.getString("account"), new Stored(row.getLong("id"), membership(row))))
        .forEach(e -> found.computeIfAbsent(e.getKey(), a -> new ArrayList<>(2)).add(e.getValue()));
  }

  private static Map<String, Person> people(Query query) {
    Map<String, Person> people = new LinkedHashMap<>();
    query
        .map(
            (row, c) -> {
              String account = row.getString("account");
              Person person = people.get(account);
              if (person == null) {
                String username = Sql.text(row, "username").orElse("");
                person = new Person(account, username, row.getString("name"), new ArrayList<>(2));
                people.put(account, person);
              }
              if (Sql.text(row, "school").isPresent()) {
                person.memberships().add(membership(row));
              }
              return account;
            })
        .list();
    people.replaceAll(
        (a, p) -> new Person(p.account(), p.username(), p.name(), List.copyOf(p.memberships())));
    return people;
  }

  private static Membership membership(ResultSet row) throws SQLException {
    return new Membership(
        row.getString("school"),
        Role.valueOf(row.getString("role")),
        row.getInt("grade"),
        Sql.date(row, "valid_from"),
        Sql.optionalDate(row, "valid_to"),
        Sql.text(row, "class_name"));
  }
}
