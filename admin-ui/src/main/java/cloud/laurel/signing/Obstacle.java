package cloud.laurel.signing;

/**
 * Why nothing can be signed now. What an officer is told is the text {@code signing.obstacle.} and
 * the kind's name, with {@code what} in it.
 *
 * @param what the file, setting, name or day that is concerned; may be empty
 */
public record Obstacle(Kind kind, String what) {

  /** The kinds. */
  public enum Kind {
    /** No keystore is named outside demo mode. */
    NOT_CONFIGURED("LRL-13001", "no key: set laurel.certificate.keystore, -password and -alias"),
    /** What is said of the keystore is not complete. */
    SETTINGS("LRL-13002", "settings of the keystore are wrong: %s"),
    /** The file is missing or is no PKCS#12 file. */
    UNREADABLE("LRL-13003", "the keystore %s cannot be read: it must be a PKCS#12 file"),
    /** The password does not open it. */
    PASSWORD("LRL-13004", "the keystore %s is not opened by the configured password"),
    /** It holds no key, or none under this alias. */
    NO_KEY("LRL-13005", "there is no private key with a certificate in %s"),
    /** The certificate has expired. */
    EXPIRED("LRL-13006", "the certificate of the key expired at %s: configure the renewed key"),
    /** The certificate is not valid yet. */
    NOT_YET_VALID("LRL-13007", "the certificate of the key is only valid from %s"),
    /** The certificate's key usage does not allow signatures. */
    USAGE("LRL-13008", "the certificate %s may not be used for digital signatures"),
    /** Neither RSA of 2048 bits or more nor EC on a curve of NIST's. */
    UNSUITABLE("LRL-13009", "the key is %s; RSA from 2048 bits and EC P-256, P-384, P-521 are fit"),
    /** Its certificate is that of another key. */
    MISMATCH("LRL-13023", "the certificate of the key %s belongs to another key"),
    /** The data folder of a demo cannot be written. */
    NO_DEMO_KEY("LRL-13012", "no demo key can be made in the folder %s"),
    /** Nobody knows where certificates are looked up, which is printed on them. */
    NO_HOME("LRL-13019", "set laurel.certificate.home, such as https://city.cn/laurel"),
    /** The keystore holds the demo's key. */
    DEMO("LRL-13010", "the keystore %s holds a demo key, which is good for demos only");

    private final String code;
    private final String sentence;

    Kind(String code, String sentence) {
      this.code = code;
      this.sentence = sentence;
    }
  }

  /** The sentence for logs and API answers, with the message's id in front. */
  public String sentence() {
    return kind.code + " certificates cannot be signed: " + kind.sentence.formatted(what);
  }
}
