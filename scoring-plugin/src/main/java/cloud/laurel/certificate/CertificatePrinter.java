package cloud.laurel.certificate;

import cloud.laurel.certificate.CertificateRepository.Claimed;
import cloud.laurel.certificate.CertificateRepository.Replacing;
import cloud.laurel.store.Database;
import cloud.laurel.store.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Prints certificates that have their number. Each is drawn and signed outside of any transaction
 * and becomes valid in one; whatever dies in between leaves it waiting, and it is printed by
 * somebody else under the same number. Any number of threads and nodes may work.
 */
public final class CertificatePrinter {

  /** How often a certificate is tried before an officer has to look. */
  static final int ATTEMPTS = 3;

  /** What H2 can hold in one value. */
  private static final int MOST_BYTES = 1 << 20;

  private static final Logger LOG = Logger.getLogger(CertificatePrinter.class.getName());
  private static final int PORTION = 4;
  private static final Duration CLAIM = Duration.ofSeconds(60);

  private final Database database;
  private final InstantSource clock;
  private final CertificatePress press;
  private final CertificateRepository certificates = new CertificateRepository();
  private final BatchRepository batches = new BatchRepository();

  /** One for a database. */
  public CertificatePrinter(Database database, InstantSource clock, CertificatePress press) {
    this.database = database;
    this.clock = clock;
    this.press = press;
  }

  /**
   * Prints a few of those that wait; to be called again and again, by as many threads as there are
   * processors.
   *
   * @return whether there was anything to print
   */
  public boolean work() {
    List<Long> running = database.read(batches::running);
    if (running.isEmpty()) {
      return false;
    }
    Instant now = now();
    List<Claimed> claimed =
        press.obstacle().isPresent()
            ? List.of()
            : database.inTransaction(
                tx -> certificates.claim(tx, running, PORTION, now, now.plus(CLAIM)));
    claimed.forEach(this::print);
    database.useTransaction(tx -> batches.settle(tx, now()));
    return !claimed.isEmpty();
  }

  private void print(Claimed claimed) {
    Certificate one = claimed.certificate();
    try {
      CertificatePress.Made made =
          press.make(one.number(), one.printed(), one.design(), claimed.status());
      if (made.pdf().length > MOST_BYTES) {
        throw new IllegalStateException("the file has " + made.pdf().length + " bytes");
      }
      String hash = Sha256.hex(made.pdf());
      database.useTransaction(
          tx -> {
            Optional<Replacing> old = certificates.lockReplaced(tx, one);
            if (old.filter(o -> !o.old().canBeReplaced()).isPresent()) {
              // somebody else was first; our number stays in the register, void
              certificates.discard(tx, one.batch(), "", now());
            } else if (certificates.issue(tx, one.id(), made, hash, now())) {
              old.ifPresent(
                  o -> certificates.replace(tx, o.old().id(), one.id(), o.reason(), now()));
            }
          });
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          e,
          () -> "LRL-11002 cannot print the certificate " + one.number().series());
      database.useTransaction(tx -> certificates.release(tx, one.id()));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
