package cloud.laurel.certificate;

import java.time.Instant;
import java.util.Optional;

/**
 * A number of the register with what it says.
 *
 * @param id internal, shown nowhere
 * @param campaign its key
 * @param honour its code
 * @param account whose it is; empty unless known
 * @param school code of the school or central school
 * @param takenAt when the number was taken
 * @param issuedAt since when it is valid; empty until it is printed
 * @param hash SHA-256 of the signed PDF in hexadecimal; empty until it is printed
 * @param key fingerprint of the key that signed it; empty until it is printed
 * @param change how it ended; empty while it waits or is valid
 * @param predecessor what it replaces
 * @param withheldAt since when the public sees nothing but its status, at the person's request
 */
public record Certificate(
    long id,
    long batch,
    int campaign,
    String honour,
    CertificateNumber number,
    Printed printed,
    Design design,
    String account,
    String school,
    State state,
    Instant takenAt,
    Optional<Instant> issuedAt,
    String hash,
    String key,
    Optional<Change> change,
    Optional<CertificateNumber> predecessor,
    Optional<Instant> withheldAt) {

  /** Where it is in its life. */
  public enum State {
    /** Has a number, is not printed yet. */
    WAITING,
    VALID,
    /** A successor counts instead. */
    REPLACED,
    REVOKED,
    /** Was never issued; the reason is kept with the number. */
    VOID;

    /** Whether the public may know of it. */
    public boolean isPublic() {
      return this == VALID || this == REPLACED || this == REVOKED;
    }
  }

  /**
   * How it ended.
   *
   * @param reason in the officer's words; of a void number also ours
   * @param successor what counts instead
   */
  public record Change(Instant at, String reason, Optional<CertificateNumber> successor) {}

  /** Whether it counts. */
  public boolean isValid() {
    return state == State.VALID;
  }

  /** Whether another one can be issued in its place: a valid or a revoked one without successor. */
  public boolean canBeReplaced() {
    return isValid() || state == State.REVOKED && change.flatMap(Change::successor).isEmpty();
  }

  /** Whether the person asked not to be shown. */
  public boolean isWithheld() {
    return withheldAt.isPresent();
  }
}
