package cloud.laurel.roster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * People, without their memberships. A roster writes what it says of spaces; the columns that
 * everybody reads hold the earliest of that and of what actions said.
 */
final class PersonRepository {

  private static final String REGISTERED = earliest("registered");
  private static final String ACTIVATED = earliest("activated");

  private final Handle tx;

  PersonRepository(Handle tx) {
    this.tx = tx;
  }

  /** Those of the accounts that are on record. */
  Map<String, StoredPerson> load(Collection<String> accounts) {
    Map<String, StoredPerson> people = new HashMap<>();
    Sql.chunks(
        List.copyOf(accounts),
        chunk ->
            tx.createQuery(
                    """
                    SELECT account, username, name, told_registered_at, told_activated_at,
                      described_as_of, registered_as_of, activated_as_of, email
                    FROM person WHERE account = ANY(:accounts)""")
                .bind("accounts", Sql.array(chunk))
                .map(
                    (row, c) ->
                        new StoredPerson(
                            row.getString("account"),
                            Sql.text(row, "username"),
                            row.getString("name"),
                            Sql.time(row, "told_registered_at"),
                            Sql.time(row, "told_activated_at"),
                            Sql.date(row, "described_as_of"),
                            Sql.date(row, "registered_as_of"),
                            Sql.date(row, "activated_as_of"),
                            Sql.text(row, "email")))
                .forEach(person -> people.put(person.account(), person)));
    return people;
  }

  /** Display names by account. */
  Map<String, String> names(List<String> accounts) {
    Map<String, String> names = new HashMap<>();
    Sql.chunks(
        accounts,
        chunk ->
            tx.createQuery("SELECT account, name FROM person WHERE account = ANY(:accounts)")
                .bind("accounts", Sql.array(chunk))
                .map((row, c) -> Map.entry(row.getString("account"), row.getString("name")))
                .forEach(person -> names.put(person.getKey(), person.getValue())));
    return names;
  }

  private static String earliest(String what) {
    return "LEAST(CAST(:%1$s AS TIMESTAMP WITH TIME ZONE), (SELECT min(e.%1$s_at) FROM space_event e WHERE e.account = :account))"
        .formatted(what);
  }

  /** Who holds which of the user names. */
  Map<String, String> holders(Collection<String> usernames) {
    Map<String, String> holders = new HashMap<>();
    Sql.chunks(
        List.copyOf(usernames),
        chunk ->
            tx.createQuery("SELECT username, account FROM person WHERE username = ANY(:names)")
                .bind("names", Sql.array(chunk))
                .map((row, c) -> Map.entry(row.getString("username"), row.getString("account")))
                .forEach(holder -> holders.put(holder.getKey(), holder.getValue())));
    return holders;
  }

  /** Frees user names, so that two people may exchange theirs. */
  void freeUsernames(List<String> accounts) {
    Sql.chunks(
        accounts,
        chunk ->
            tx.createUpdate("UPDATE person SET username = NULL WHERE account = ANY(:accounts)")
                .bind("accounts", Sql.array(chunk))
                .execute());
  }

  void insert(List<StoredPerson> people) {
    write(
        people,
        """
        INSERT INTO person (account, username, name, told_registered_at, told_activated_at,
          space_registered_at, space_activated_at,
          described_as_of, registered_as_of, activated_as_of, email)
        VALUES (:account, :username, :name, :registered, :activated, %s, %s,
          :describedAsOf, :registeredAsOf, :activatedAsOf, :email)"""
            .formatted(REGISTERED, ACTIVATED));
  }

  void update(List<StoredPerson> people) {
    write(
        people,
        """
        UPDATE person SET username = :username, name = :name, told_registered_at = :registered,
          told_activated_at = :activated, space_registered_at = %s, space_activated_at = %s,
          described_as_of = :describedAsOf,
          registered_as_of = :registeredAsOf, activated_as_of = :activatedAsOf,
          email = :email
        WHERE account = :account"""
            .formatted(REGISTERED, ACTIVATED));
  }

  /** Notes that an upload confirmed what was known; set-wise, because it is nearly everybody. */
  void confirm(List<String> accounts, LocalDate effective, RosterUpload.Told told) {
    Sql.chunks(
        accounts,
        chunk ->
            tx.createUpdate(
                    """
                    UPDATE person SET
                      described_as_of = GREATEST(described_as_of, CAST(:described AS DATE)),
                      registered_as_of = GREATEST(registered_as_of, CAST(:registered AS DATE)),
                      activated_as_of = GREATEST(activated_as_of, CAST(:activated AS DATE))
                    WHERE account = ANY(:accounts)""")
                .bind("described", Sql.date(effective))
                .bind("registered", Sql.date(told.registered() ? effective : LocalDate.EPOCH))
                .bind("activated", Sql.date(told.activated() ? effective : LocalDate.EPOCH))
                .bind("accounts", Sql.array(chunk))
                .execute());
  }

  private void write(List<StoredPerson> people, String sql) {
    Sql.chunks(
        people,
        chunk -> {
          PreparedBatch batch = tx.prepareBatch(sql);
          for (StoredPerson person : chunk) {
            batch
                .bind("account", person.account())
                .bind("username", Sql.text(person.username()))
                .bind("name", person.name())
                .bind("registered", Sql.time(person.registeredAt()))
                .bind("activated", Sql.time(person.activatedAt()))
                .bind("describedAsOf", Sql.date(person.describedAsOf()))
                .bind("registeredAsOf", Sql.date(person.registeredAsOf()))
                .bind("activatedAsOf", Sql.date(person.activatedAsOf()))
                .bind("email", Sql.text(person.email()))
                .add();
          }
          batch.execute();
        });
  }
}
