package cloud.laurel.certificate;

import cloud.laurel.certificate.Certificate.State;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The register in the database, as far as it is written. */
final class CertificateRepository {

  private static final RandomGenerator RANDOM = new SecureRandom();

  private static final String INSERT =
      "INSERT INTO certificate (batch, campaign, honour, series_head, serial, code, recipient,"
          + " current_slot, account, school, state, attempts, of_kind, name, school_name,"
          + " campaign_title, reason, honour_name, document, issuer, issued_on, demo, template,"
          + " seal, taken_at, signing_key, predecessor, change_reason) VALUES (:batch, :campaign,"
          + " :honour, :head, :serial, :code, :recipient, :slot, :account, :school, 'WAITING', 0,"
          + " :of, :name, :schoolName, :title, :reason, :honourName, :document, :issuer,"
          + " :issuedOn, :demo, :template, :seal, :now, '', :predecessor, '')";

  private final StatusRepository statuses = new StatusRepository();

  /** Takes the next serials of a series and holds it to the end of the transaction. */
  int take(Handle tx, String head, int count) {
    tx.execute(
        "INSERT INTO certificate_series (head, last_serial) VALUES (?, 0) ON CONFLICT DO NOTHING",
        head);
    int last =
        tx.createQuery("SELECT last_serial FROM certificate_series WHERE head = :head FOR UPDATE")
            .bind("head", head)
            .mapTo(Integer.class)
            .one();
    tx.execute("UPDATE certificate_series SET last_serial = ? WHERE head = ?", last + count, head);
    return last + 1;
  }

  /** Writes numbers into the register, from a serial on. */
  List<CertificateNumber> insert(
      Handle tx,
      long batch,
      List<NewCertificate> fresh,
      Design design,
      String head,
      int first,
      OptionalLong predecessor,
      Instant now) {
    PreparedBatch rows = tx.prepareBatch(INSERT);
    List<CertificateNumber> numbers = new ArrayList<>();
    for (NewCertificate one : fresh) {
      int serial = first + numbers.size();
      String code = CodeRule.draw(RANDOM);
      numbers.add(new CertificateNumber(SeriesRule.series(head, serial), code));
      Printed printed = one.printed();
      rows.bind("batch", batch)
          .bind("campaign", one.campaign())
          .bind("honour", one.honour())
          .bind("head", head)
          .bind("serial", serial)
          .bind("code", code)
          .bind("recipient", one.recipient())
          // a successor takes the slot over when it is printed
          .bindByType("slot", predecessor.isPresent() ? null : one.recipient(), String.class)
          .bind("account", one.account())
          .bind("school", one.school())
          .bind("of", printed.of().name())
          .bind("name", printed.name())
          .bind("schoolName", printed.school())
          .bind("title", printed.campaign())
          .bind("reason", printed.reason())
          .bind("honourName", printed.honour())
          .bind("document", printed.document())
          .bind("issuer", printed.issuer())
          .bind("issuedOn", printed.issuedOn())
          .bind("demo", printed.demo())
          .bind("template", design.template())
          .bindByType("seal", boxed(design.seal()), Long.class)
          .bind("now", now.atOffset(ZoneOffset.UTC))
          .bindByType("predecessor", boxed(predecessor), Long.class)
          .add();
    }
    rows.execute();
    insertKeys(tx, batch, fresh, numbers);
    return numbers;
  }

  private static void insertKeys(
      Handle tx, long batch, List<NewCertificate> fresh, List<CertificateNumber> numbers) {
    Map<String, Long> ids =
        tx.createQuery("SELECT code, id FROM certificate WHERE batch = :batch")
            .bind("batch", batch)
            .map((row, context) -> Map.entry(row.getString("code"), row.getLong("id")))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    PreparedBatch keys =
        tx.prepareBatch("INSERT INTO certificate_key (look_up, certificate) VALUES (?, ?)");
    for (int i = 0; i < fresh.size(); i++) {
      CertificateNumber number = numbers.get(i);
      for (String key : LookupRule.keys(number, fresh.get(i).printed(), fresh.get(i).school())) {
        keys.add(key, ids.get(number.code()));
      }
    }
    keys.execute();
  }

  private static Long boxed(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  /** Those that count or are about to, of an honour. */
  List<Certificate> current(Handle tx, int campaign, String honour) {
    return CertificateReader.query(
            tx,
            "WHERE c.campaign = :campaign AND c.honour = :honour AND c.current_slot IS NOT NULL")
        .bind("campaign", campaign)
        .bind("honour", honour)
        .map((row, context) -> CertificateReader.certificate(row))
        .list();
  }

  /** The same of all honours. */
  List<Certificate> current(Handle tx, int campaign) {
    return CertificateReader.query(
            tx, "WHERE c.campaign = :campaign AND c.current_slot IS NOT NULL")
        .bind("campaign", campaign)
        .map((row, context) -> CertificateReader.certificate(row))
        .list();
  }

  /**
   * Numbers of an order, by series.
   *
   * @param failed only those that are no longer tried
   */
  List<Certificate> of(Handle tx, long batch, boolean failed, int most) {
    return CertificateReader.query(
            tx,
            "WHERE c.batch = :batch AND (:failed = 0 OR c.state = 'WAITING' AND c.attempts >="
                + " :attempts) ORDER BY c.id LIMIT :most")
        .bind("batch", batch)
        .bind("failed", failed ? 1 : 0)
        .bind("attempts", CertificatePrinter.ATTEMPTS)
        .bind("most", most)
        .map((row, context) -> CertificateReader.certificate(row))
        .list();
  }

  /** One, held to the end of the transaction. */
  Optional<Certificate> lock(Handle tx, long id) {
    return tx.createQuery("SELECT id FROM certificate WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .mapTo(Long.class)
        .findOne()
        .flatMap(found -> CertificateReader.one(byId(tx, found)));
  }

  /** What another certificate takes the place of. */
  record Replacing(Certificate old, String reason) {}

  /** What a certificate is to take the place of, held to the end of the transaction. */
  Optional<Replacing> lockReplaced(Handle tx, Certificate successor) {
    if (successor.predecessor().isEmpty()) {
      return Optional.empty();
    }
    String reason =
        tx.createQuery("SELECT words FROM certificate_batch WHERE id = :id")
            .bind("id", successor.batch())
            .mapTo(String.class)
            .one();
    return tx.createQuery("SELECT predecessor FROM certificate WHERE id = :id")
        .bind("id", successor.id())
        .mapTo(Long.class)
        .findOne()
        .flatMap(old -> lock(tx, old))
        .map(old -> new Replacing(old, reason));
  }

  /** Whether a certificate in its place waits to be printed. */
  boolean isBeingReplaced(Handle tx, long id) {
    return tx.createQuery(
                "SELECT count(*) FROM certificate WHERE predecessor = :id AND state = 'WAITING'")
            .bind("id", id)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private static Query byId(Handle tx, long id) {
    return CertificateReader.query(tx, "WHERE c.id = :id").bind("id", id);
  }

  /**
   * One to be printed.
   *
   * @param status the place of its credential, the same each time it is claimed
   */
  record Claimed(Certificate certificate, StatusEntry status) {}

  /**
   * Some that wait in running orders and nobody is printing; theirs until an instant.
   *
   * @param running the orders, in which to look in this order
   */
  List<Claimed> claim(Handle tx, List<Long> running, int most, Instant now, Instant until) {
    List<Long> ids = new ArrayList<>();
    for (long batch : running) {
      if (ids.size() < most) {
        // in the index's order: to sort all that wait each time would cost their square
        ids.addAll(
            tx.createQuery(
                    "SELECT id FROM certificate WHERE batch = :batch AND state = 'WAITING' AND"
                        + " attempts < :attempts AND (claimed_until IS NULL OR claimed_until <"
                        + " :now) LIMIT :most FOR UPDATE SKIP LOCKED")
                .bind("batch", batch)
                .bind("attempts", CertificatePrinter.ATTEMPTS)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("most", most - ids.size())
                .mapTo(Long.class)
                .list());
      }
    }
    for (long id : ids) {
      tx.execute(
          "UPDATE certificate SET claimed_until = ?, attempts = attempts + 1 WHERE id = ?",
          until.atOffset(ZoneOffset.UTC),
          id);
    }
    return ids.stream()
        .map(
            id ->
                new Claimed(
                    CertificateReader.one(byId(tx, id)).orElseThrow(), statuses.entry(tx, id)))
        .toList();
  }

  /** Lets others print it. */
  void release(Handle tx, long id) {
    tx.execute("UPDATE certificate SET claimed_until = NULL WHERE id = ?", id);
  }

  /** Makes a printed one valid; false when it no longer waits. */
  boolean issue(Handle tx, long id, CertificatePress.Made made, String hash, Instant now) {
    int rows =
        tx.execute(
            "UPDATE certificate SET state = 'VALID', issued_at = ?, file_hash = ?, signing_key = ?,"
                + " claimed_until = NULL WHERE id = ? AND state = 'WAITING'",
            now.atOffset(ZoneOffset.UTC),
            hash,
            made.key(),
            id);
    if (rows == 1) {
      tx.execute(
          "INSERT INTO certificate_file (certificate, pdf, credential, record) VALUES (?, ?, ?, ?)",
          id,
          made.pdf(),
          made.credential(),
          made.record());
    }
    return rows == 1;
  }

  /** Puts a successor in a certificate's place. */
  void replace(Handle tx, long old, long successor, String reason, Instant now) {
    tx.execute(
        "UPDATE certificate SET state = 'REPLACED', changed_at = ?, change_reason = ?"
            + " WHERE id = ? AND state = 'VALID'",
        now.atOffset(ZoneOffset.UTC),
        reason,
        old);
    // a revoked one stays revoked
    tx.execute(
        "UPDATE certificate SET successor = ?, current_slot = NULL WHERE id = ?", successor, old);
    tx.execute(
        "UPDATE certificate SET current_slot = recipient, withheld_at = (SELECT o.withheld_at FROM"
            + " certificate o WHERE o.id = ?) WHERE id = ?",
        old,
        successor);
  }

  void revoke(Handle tx, long id, String reason, Instant now) {
    tx.execute(
        "UPDATE certificate SET state = ?, changed_at = ?, change_reason = ? WHERE id = ?",
        State.REVOKED.name(),
        now.atOffset(ZoneOffset.UTC),
        reason,
        id);
  }

  /** Makes the numbers of an order void that are not printed. */
  void discard(Handle tx, long batch, String reason, Instant now) {
    tx.execute(
        "UPDATE certificate SET state = 'VOID', current_slot = NULL, changed_at = ?,"
            + " change_reason = ? WHERE batch = ? AND state = 'WAITING'",
        now.atOffset(ZoneOffset.UTC),
        reason,
        batch);
  }

  /** Makes the number void that waits to take a certificate's place. */
  void discardSuccessor(Handle tx, long id, Instant now) {
    tx.execute(
        "UPDATE certificate SET state = 'VOID', changed_at = ? WHERE predecessor = ? AND state ="
            + " 'WAITING'",
        now.atOffset(ZoneOffset.UTC),
        id);
  }

  /** Has those that could not be printed tried again. */
  void retry(Handle tx, long batch) {
    tx.execute(
        "UPDATE certificate SET attempts = 0, claimed_until = NULL WHERE batch = ? AND state ="
            + " 'WAITING'",
        batch);
  }

  void withhold(Handle tx, long id, boolean withheld, Instant now) {
    if (withheld) {
      tx.execute(
          "UPDATE certificate SET withheld_at = ? WHERE id = ?", now.atOffset(ZoneOffset.UTC), id);
    } else {
      tx.execute("UPDATE certificate SET withheld_at = NULL WHERE id = ?", id);
    }
  }
}
