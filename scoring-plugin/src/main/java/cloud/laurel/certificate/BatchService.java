package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.certificate.Batch.State;
import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Orders of certificates on their way. The caller sees to it that only officers come here. */
public class BatchService {

  private final Database database;
  private final InstantSource clock;
  private final CertificatePress press;
  private final CertificateRepository certificates = new CertificateRepository();
  private final BatchRepository batches = new BatchRepository();

  /** One for a database. */
  public BatchService(Database database, InstantSource clock, CertificatePress press) {
    this.database = database;
    this.clock = clock;
    this.press = press;
  }

  /** An order. */
  public Optional<Batch> find(long id) {
    return database.read(tx -> batches.find(tx, id));
  }

  /** The newest orders of a campaign. */
  public List<Batch> of(Campaign campaign, int most) {
    return database.read(tx -> batches.of(tx, campaign.id(), most));
  }

  /**
   * The first numbers of an order.
   *
   * @param failed only those that could not be printed and are no longer tried
   */
  public List<Certificate> numbers(long batch, boolean failed, int most) {
    return database.read(tx -> certificates.of(tx, batch, failed, most));
  }

  /**
   * Stops an order; what is being printed at this moment still becomes valid.
   *
   * @throws CertificateRefused unless it runs
   */
  public void stop(long batch, String officer) {
    change(batch, State.RUNNING, CertificateEvent.Kind.STOPPED, officer, "");
  }

  /**
   * Has a stopped order go on under the same numbers, also with those that failed.
   *
   * @throws CertificateRefused unless it is stopped, or when nothing can be printed now
   */
  public void resume(long batch, String officer) {
    press
        .obstacle()
        .ifPresent(
            why -> {
              throw new CertificateRefused(Why.NO_PRESS, why);
            });
    change(batch, State.STOPPED, CertificateEvent.Kind.RESUMED, officer, "");
  }

  /**
   * Gives up what is left of a stopped order; its numbers stay in the register as void.
   *
   * @param reason kept with each of them
   * @throws CertificateRefused unless it is stopped, or without reason
   */
  public void discard(long batch, String officer, String reason) {
    change(
        batch, State.STOPPED, CertificateEvent.Kind.DISCARDED, officer, ReasonRule.words(reason));
  }

  private void change(
      long id, State from, CertificateEvent.Kind what, String officer, String words) {
    database.useTransaction(
        tx -> {
          Batch batch = batches.lock(tx, id).orElseThrow(() -> new CertificateRefused(Why.UNKNOWN));
          if (batch.state() != from) {
            throw new CertificateRefused(Why.OTHER_STATE);
          }
          Instant now = now();
          switch (what) {
            case STOPPED -> batches.state(tx, id, State.STOPPED);
            case RESUMED -> {
              certificates.retry(tx, id);
              batches.state(tx, id, State.RUNNING);
            }
            default -> {
              certificates.discard(tx, id, words, now);
              batches.end(tx, id, State.DISCARDED, now);
            }
          }
          batches.note(tx, batch.campaign(), id, what, officer, words, now);
        });
  }

  /** What was done about an order, the newest first. */
  public List<CertificateEvent> events(Batch batch) {
    return database.read(tx -> batches.events(tx, batch));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
