package cloud.laurel.certificate;

import cloud.laurel.certificate.CertificateEvent.Kind;
import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/**
 * What officers do about a certificate that was issued. It stays findable for ever with its state,
 * date and reason. The caller sees to it that only officers of the bureau come here.
 */
public class ChangeService {

  /** Characters of the longest reason. */
  public static final int MAX_REASON = 200;

  private final Database database;
  private final InstantSource clock;
  private final CertificateRepository certificates = new CertificateRepository();
  private final BatchRepository events = new BatchRepository();

  /** One for a database. */
  public ChangeService(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Revokes a certificate. A repeat changes nothing: the first date and reason stand. One that was
   * to take its place and is not printed yet will not be: whoever ordered it did not know.
   *
   * @param reason for the public to read
   * @throws CertificateRefused without a reason, or when it was replaced or never issued
   */
  public Certificate revoke(Certificate certificate, String reason, String officer) {
    String words = ReasonRule.words(reason);
    return database.inTransaction(
        tx -> {
          Certificate now = lock(tx, certificate);
          if (now.state() == Certificate.State.REVOKED) {
            return now;
          }
          if (!now.isValid()) {
            throw new CertificateRefused(Why.OTHER_STATE);
          }
          Instant at = now();
          certificates.revoke(tx, now.id(), words, at);
          certificates.discardSuccessor(tx, now.id(), at);
          note(tx, now, at, Kind.REVOKED, officer, words);
          return lock(tx, certificate);
        });
  }

  /**
   * Takes what a certificate says from the public's sight, at the person's request, or shows it
   * again. Whoever has it still learns its state.
   *
   * @param reason for officers
   * @throws CertificateRefused without a reason, or when it stands like this already
   */
  public void withhold(Certificate certificate, boolean withheld, String reason, String officer) {
    String words = ReasonRule.words(reason);
    database.useTransaction(
        tx -> {
          Certificate now = lock(tx, certificate);
          if (!now.state().isPublic() || now.isWithheld() == withheld) {
            throw new CertificateRefused(Why.OTHER_STATE);
          }
          Instant at = now();
          certificates.withhold(tx, now.id(), withheld, at);
          note(tx, now, at, withheld ? Kind.WITHHELD : Kind.SHOWN_AGAIN, officer, words);
        });
  }

  /** What was done about a certificate, the newest first. */
  public List<CertificateEvent> events(Certificate certificate) {
    return database.read(tx -> events.events(tx, certificate.id()));
  }

  private Certificate lock(Handle tx, Certificate certificate) {
    return certificates
        .lock(tx, certificate.id())
        .orElseThrow(() -> new CertificateRefused(Why.UNKNOWN));
  }

  private void note(
      Handle tx, Certificate about, Instant at, Kind kind, String officer, String words) {
    events.note(
        tx,
        about.campaign(),
        OptionalLong.empty(),
        OptionalLong.of(about.id()),
        new CertificateEvent(Optional.empty(), at, kind, officer, words));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
