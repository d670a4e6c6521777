package cloud.laurel.lookup;

import cloud.laurel.certificate.Certificate;
import java.util.Optional;

/**
 * What is to be said of a file.
 *
 * @param certificate the one whose file it is, or whose file it was before somebody changed it
 */
record Verdict(Kind kind, Optional<Certificate> certificate) {

  /** What can be said of one. */
  enum Kind {
    /** The very file that was issued, and it counts. */
    GENUINE,
    /** The very file that was issued; a successor counts instead. */
    REPLACED,
    /** The very file that was issued; it counts no longer. */
    REVOKED,
    /** Signed by us, and something is no longer as it was signed. */
    CHANGED,
    /** Signed by us and unchanged, but in no register of ours. */
    UNREGISTERED,
    /** Not signed by us. */
    NOT_OURS,
    /** No file was chosen. */
    NONE,
    /** Larger than any certificate of ours. */
    TOO_LARGE,
    /** So many files came from there that it has to wait. */
    TOO_MANY
  }

  /** Of a file of which nothing is known but this. */
  static Verdict of(Kind kind) {
    return new Verdict(kind, Optional.empty());
  }

  /** Of the very file of a certificate. */
  static Verdict of(Certificate certificate) {
    return new Verdict(
        Kind.valueOf(certificate.isValid() ? "GENUINE" : certificate.state().name()),
        Optional.of(certificate));
  }
}
