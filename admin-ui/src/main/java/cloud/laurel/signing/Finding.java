package cloud.laurel.signing;

import java.time.Instant;

/** What the check of a file came to. */
public sealed interface Finding {

  /**
   * We signed it, and not a byte of it has changed since.
   *
   * @param signedAt as the file says; the register knows when it was really issued
   * @param key fingerprint of the certificate of the key that signed it
   */
  record Intact(Instant signedAt, String key) implements Finding {}

  /** It carries a signature of ours, but is not what we signed. */
  record Changed(What what) implements Finding {

    /** What has changed. */
    public enum What {
      /** Something was added behind what we signed, such as a page or a note. */
      APPENDED,
      /** What we signed, or the signature itself. */
      CONTENT
    }
  }

  /** We did not sign it. */
  record NotOurs(Why why) implements Finding {

    /** Why not. */
    public enum Why {
      /** More than {@link PdfChecker#MOST_BYTES}. */
      TOO_LARGE,
      /** Not a PDF. */
      NO_PDF,
      /** A PDF without a signature. */
      NO_SIGNATURE,
      /** Signed with a key that is not ours. */
      FOREIGN_KEY
    }
  }
}
