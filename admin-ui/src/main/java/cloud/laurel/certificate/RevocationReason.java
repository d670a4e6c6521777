package cloud.laurel.certificate;

import cloud.laurel.web.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a certificate is revoked, as the public is told. */
public enum RevocationReason {
  /** The honour itself was withdrawn. */
  WITHDRAWN,
  /** What was handed in was not true. */
  UNTRUE,
  /** It was issued by mistake. */
  MISTAKE,
  /** The person gave the honour back. */
  RETURNED,
  /** None of these: the words say it. */
  OTHER;

  static Optional<RevocationReason> of(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }

  /** What is kept, in Chinese as all of the certificate: it has no words without the officer's. */
  String words(String more) {
    if (this == OTHER) {
      return more;
    }
    String words = Texts.in(Locale.SIMPLIFIED_CHINESE).of("certificates.revoke." + this);
    return more.isBlank() ? words : words + "：" + more.strip();
  }
}
