package cloud.laurel.certificate;

import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.input.WordsRule;

/** Why an officer does something, in one line that the public may read. */
final class ReasonRule {

  private ReasonRule() {}

  static String words(String reason) {
    String tidy = WordsRule.line(reason);
    if (tidy.isEmpty()) {
      throw new CertificateRefused(Why.REASON_MISSING);
    }
    if (tidy.length() > ChangeService.MAX_REASON) {
      throw new CertificateRefused(Why.REASON_TOO_LONG);
    }
    return tidy;
  }
}
