package cloud.laurel.lookup;

import cloud.laurel.certificate.Certificate;
import cloud.laurel.certificate.LookupService;
import cloud.laurel.input.Upload;
import cloud.laurel.lookup.Verdict.Kind;
import cloud.laurel.signing.Finding;
import cloud.laurel.signing.PdfChecker;
import cloud.laurel.store.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Says of a file whether it is a certificate of ours. A file that is in the register byte by byte
 * needs no other proof; of any other the signature tells whether it ever was.
 */
@ApplicationScoped
public class FileCheck {

  private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

  /** Ends of a changed file at which the file may once have been ours. */
  private static final int MOST_ENDS = 4;

  /** Signatures cost the processor something; whoever comes meanwhile waits for it. */
  private final Semaphore atOnce = new Semaphore(2);

  @Inject private Instance<LookupService> lookup;
  @Inject private Instance<PdfChecker> checker;

  /** What is to be said of a file. */
  Verdict check(Upload file) {
    byte[] bytes = file.content();
    if (bytes.length > Upload.MAX_BYTES) {
      return Verdict.of(Kind.TOO_LARGE);
    }
    return byHash(bytes, bytes.length).map(Verdict::of).orElseGet(() -> unknown(bytes));
  }

  private Verdict unknown(byte[] bytes) {
    Optional<Certificate> before = before(bytes);
    if (before.isPresent()) {
      return new Verdict(Kind.CHANGED, before);
    }
    Finding finding = signature(bytes);
    if (finding instanceof Finding.Intact) {
      return Verdict.of(Kind.UNREGISTERED);
    }
    return Verdict.of(finding instanceof Finding.Changed ? Kind.CHANGED : Kind.NOT_OURS);
  }

  private Finding signature(byte[] bytes) {
    atOnce.acquireUninterruptibly();
    try {
      return checker.get().check(bytes);
    } finally {
      atOnce.release();
    }
  }

  /**
   * The certificate that the file was before something was appended to it. What the changed file
   * says of itself is not believed: only bytes that are a file of the register name a certificate.
   */
  private Optional<Certificate> before(byte[] bytes) {
    int ends = 0;
    for (int i = 0; i <= bytes.length - END.length && ends < MOST_ENDS; i++) {
      if (isEnd(bytes, i)) {
        ends++;
        // the last line of ours may or may not have ended
        for (int end = i + END.length; end < bytes.length; end++) {
          Optional<Certificate> found = byHash(bytes, end);
          if (found.isPresent()) {
            return found;
          }
          if (bytes[end] != '\n' && bytes[end] != '\r' || end > i + END.length + 1) {
            break;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isEnd(byte[] bytes, int at) {
    for (int i = 0; i < END.length; i++) {
      if (bytes[at + i] != END[i]) {
        return false;
      }
    }
    return true;
  }

  private Optional<Certificate> byHash(byte[] bytes, int length) {
    MessageDigest sha256 = Sha256.digest();
    sha256.update(bytes, 0, length);
    return lookup.get().byHash(HexFormat.of().formatHex(sha256.digest()));
  }
}
