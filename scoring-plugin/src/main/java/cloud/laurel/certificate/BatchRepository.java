package cloud.laurel.certificate;

import cloud.laurel.certificate.Batch.Kind;
import cloud.laurel.certificate.Batch.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** Orders and what was done about certificates, in the database. */
final class BatchRepository {

  private static final String SELECT =
      "SELECT b.id, b.campaign, b.honour, b.kind, b.state, b.total, b.officer, b.ordered_at,"
          + " b.ended_at,"
          + " (SELECT count(*) FROM certificate c WHERE c.batch = b.id AND c.state = 'WAITING')"
          + " AS waiting,"
          + " (SELECT count(*) FROM certificate c WHERE c.batch = b.id AND c.state = 'WAITING'"
          + " AND c.attempts >= "
          + CertificatePrinter.ATTEMPTS
          + ") AS failed,"
          + " (SELECT count(*) FROM certificate c WHERE c.batch = b.id AND c.issued_at IS NOT NULL)"
          + " AS done FROM certificate_batch b ";

  /** Stores a new one; empty when the slot is taken. */
  Optional<Long> insert(
      Handle tx,
      int campaign,
      String honour,
      Kind kind,
      String basis,
      String words,
      int total,
      String officer,
      Instant now) {
    return tx.createUpdate(
            "INSERT INTO certificate_batch (campaign, honour, kind, state, open_slot, basis, words, total,"
                + " officer, ordered_at) VALUES (:campaign, :honour, :kind, 'RUNNING', :slot,"
                + " :basis, :words, :total, :officer, :now) ON CONFLICT DO NOTHING")
        .bind("campaign", campaign)
        .bind("honour", honour)
        .bind("kind", kind.name())
        .bindByType("slot", kind == Kind.PUBLISHED ? campaign + "/" + honour : null, String.class)
        .bind("basis", basis)
        .bind("words", words)
        .bind("total", total)
        .bind("officer", officer)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .findOne();
  }

  Optional<Batch> find(Handle tx, long id) {
    return tx.createQuery(SELECT + "WHERE b.id = :id")
        .bind("id", id)
        .map((row, context) -> batch(row))
        .findOne();
  }

  /** One, held to the end of the transaction. */
  Optional<Batch> lock(Handle tx, long id) {
    tx.createQuery("SELECT id FROM certificate_batch WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .mapTo(Long.class)
        .findOne();
    return find(tx, id);
  }

  /** Those of a campaign, the newest first. */
  List<Batch> of(Handle tx, int campaign, int most) {
    return tx.createQuery(SELECT + "WHERE b.campaign = :campaign ORDER BY b.id DESC LIMIT :most")
        .bind("campaign", campaign)
        .bind("most", most)
        .map((row, context) -> batch(row))
        .list();
  }

  /** The open one of an honour's published winners. */
  Optional<Long> open(Handle tx, int campaign, String honour) {
    return tx.createQuery("SELECT id FROM certificate_batch WHERE open_slot = :slot")
        .bind("slot", campaign + "/" + honour)
        .mapTo(Long.class)
        .findOne();
  }

  void state(Handle tx, long id, State state) {
    tx.execute("UPDATE certificate_batch SET state = ? WHERE id = ?", state.name(), id);
  }

  /** Ends one. */
  void end(Handle tx, long id, State state, Instant now) {
    tx.execute(
        "UPDATE certificate_batch SET state = ?, open_slot = NULL, ended_at = ? WHERE id = ?",
        state.name(),
        now.atOffset(ZoneOffset.UTC),
        id);
  }

  /**
   * Ends running ones that have nothing left to print; stops those where only failures are left.
   */
  void settle(Handle tx, Instant now) {
    tx.execute(
        "UPDATE certificate_batch SET state = 'DONE', open_slot = NULL, ended_at = ? WHERE state ="
            + " 'RUNNING' AND NOT EXISTS (SELECT 1 FROM certificate c WHERE c.batch ="
            + " certificate_batch.id AND c.state = 'WAITING')",
        now.atOffset(ZoneOffset.UTC));
    tx.execute(
        "UPDATE certificate_batch SET state = 'STOPPED' WHERE state = 'RUNNING' AND NOT EXISTS"
            + " (SELECT 1 FROM certificate c WHERE c.batch = certificate_batch.id AND c.state ="
            + " 'WAITING' AND (c.attempts < ? OR c.claimed_until >= ?))",
        CertificatePrinter.ATTEMPTS,
        now.atOffset(ZoneOffset.UTC));
  }

  /** Those that run; small ones first, so that a single certificate waits for no thousands. */
  List<Long> running(Handle tx) {
    return tx.createQuery(
            "SELECT id FROM certificate_batch WHERE state = 'RUNNING' ORDER BY total, id")
        .mapTo(Long.class)
        .list();
  }

  /** Notes something down. */
  void note(
      Handle tx,
      int campaign,
      OptionalLong batch,
      OptionalLong certificate,
      CertificateEvent event) {
    tx.createUpdate(
            "INSERT INTO certificate_event (campaign, batch, certificate, happened_at, kind,"
                + " officer, words) VALUES (:campaign, :batch, :certificate, :at, :kind, :officer,"
                + " :words)")
        .bind("campaign", campaign)
        .bindByType("batch", batch.isPresent() ? batch.getAsLong() : null, Long.class)
        .bindByType(
            "certificate", certificate.isPresent() ? certificate.getAsLong() : null, Long.class)
        .bind("at", event.at().atOffset(ZoneOffset.UTC))
        .bind("kind", event.kind().name())
        .bind("officer", event.officer())
        .bind("words", event.words())
        .execute();
  }

  /** Notes down what was done about an order. */
  void note(
      Handle tx,
      int campaign,
      long batch,
      CertificateEvent.Kind kind,
      String officer,
      String words,
      Instant now) {
    note(
        tx,
        campaign,
        OptionalLong.of(batch),
        OptionalLong.empty(),
        new CertificateEvent(Optional.empty(), now, kind, officer, words));
  }

  /** What was done about an order, the newest first. */
  List<CertificateEvent> events(Handle tx, Batch batch) {
    return tx.createQuery(
            EVENTS + "WHERE e.campaign = :campaign AND e.batch = :batch ORDER BY e.id DESC")
        .bind("campaign", batch.campaign())
        .bind("batch", batch.id())
        .map((row, context) -> event(row))
        .list();
  }

  /** What was done about a certificate, the newest first. */
  List<CertificateEvent> events(Handle tx, long certificate) {
    return tx.createQuery(EVENTS + "WHERE e.certificate = :certificate ORDER BY e.id DESC")
        .bind("certificate", certificate)
        .map((row, context) -> event(row))
        .list();
  }

  private static final String EVENTS =
      "SELECT e.happened_at, e.kind, e.officer, e.words, c.series_head, c.serial"
          + " FROM certificate_event e LEFT JOIN certificate c ON c.id = e.certificate ";

  private static CertificateEvent event(ResultSet row) throws SQLException {
    String head = row.getString("series_head");
    int serial = row.getInt("serial");
    return new CertificateEvent(
        Optional.ofNullable(head).map(h -> SeriesRule.series(h, serial)),
        CertificateReader.instant(row, "happened_at").orElseThrow(),
        CertificateEvent.Kind.valueOf(row.getString("kind")),
        row.getString("officer"),
        row.getString("words"));
  }

  private static Batch batch(ResultSet row) throws SQLException {
    return new Batch(
        row.getLong("id"),
        row.getInt("campaign"),
        row.getString("honour"),
        Kind.valueOf(row.getString("kind")),
        State.valueOf(row.getString("state")),
        row.getInt("total"),
        row.getInt("done"),
        row.getInt("waiting"),
        row.getInt("failed"),
        row.getString("officer"),
        CertificateReader.instant(row, "ordered_at").orElseThrow(),
        CertificateReader.instant(row, "ended_at"));
  }
}
