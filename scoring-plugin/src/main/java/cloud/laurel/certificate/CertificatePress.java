package cloud.laurel.certificate;

import java.util.List;
import java.util.Optional;

/**
 * Draws and signs certificates. Called off any transaction, by several threads at a time; must not
 * keep anything of one for another.
 */
public interface CertificatePress {

  /** One that prints nothing. */
  CertificatePress NONE =
      new CertificatePress() {
        @Override
        public Made make(
            CertificateNumber number, Printed printed, Design design, StatusEntry status) {
          throw new IllegalStateException("LRL-11001 there is no press");
        }

        @Override
        public List<String> unprintable(String text) {
          return List.of();
        }

        @Override
        public Optional<String> obstacle() {
          return Optional.of("LRL-11001 there is no press");
        }

        @Override
        public boolean demo() {
          return false;
        }
      };

  /**
   * Makes the file of a certificate and what belongs to it.
   *
   * @param status where the credential says that it can be asked whether it still counts
   * @throws RuntimeException when it cannot be made; it is tried again
   */
  Made make(CertificateNumber number, Printed printed, Design design, StatusEntry status);

  /** The characters of a text that cannot be printed as they should be, each once, in order. */
  List<String> unprintable(String text);

  /** Why nothing can be issued now, such as a missing key; empty when it can. */
  Optional<String> obstacle();

  /** What the numbers of this issuer begin with: letters and digits. */
  default String mark() {
    return "LR";
  }

  /** Whether what it makes is for show, because its key is. */
  boolean demo();

  /**
   * What belongs to a certificate.
   *
   * @param pdf the signed file
   * @param credential the same as Open Badges 3.0, a signed JWT
   * @param record the same as text with an SM2 signature; empty without such a key
   * @param key fingerprint of the certificate of the key that signed
   */
  record Made(byte[] pdf, String credential, String record, String key) {}
}
