package cloud.laurel.certificate;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was done about certificates.
 *
 * @param series of the certificate that it is about; empty when it is about an order
 * @param officer sign-in name
 * @param words the reason; may be empty
 */
public record CertificateEvent(
    Optional<String> series, Instant at, Kind kind, String officer, String words) {

  /** What was done. */
  public enum Kind {
    ORDERED,
    STOPPED,
    RESUMED,
    DISCARDED,
    REPLACED,
    REVOKED,
    WITHHELD,
    SHOWN_AGAIN
  }
}
