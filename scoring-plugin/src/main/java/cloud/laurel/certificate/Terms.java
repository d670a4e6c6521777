package cloud.laurel.certificate;

import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.input.WordsRule;
import java.time.LocalDate;

/**
 * What all certificates of an order say, and what they look like.
 *
 * @param issuedOn the decision's date
 * @param document the deciding document's number; may be empty
 * @param issuer the authority
 * @param reason one phrase; may be empty
 */
public record Terms(
    LocalDate issuedOn, String document, String issuer, String reason, Design design) {

  /** Characters of the longest document number, issuer and reason. */
  public static final int LONGEST = 60;

  /** What they are honoured for when nobody says otherwise. */
  public static final String USUAL_REASON = "成绩突出";

  private static final int FIRST_YEAR = 1990;

  /** Tidies what was written. */
  public Terms {
    document = WordsRule.line(document).replace('[', '\u3014').replace(']', '\u3015');
    issuer = WordsRule.line(issuer);
    reason = WordsRule.line(reason);
  }

  /**
   * Checks what officers wrote.
   *
   * @throws CertificateRefused naming the field
   */
  void check(LocalDate today) {
    if (issuer.isEmpty()) {
      throw new CertificateRefused(Why.ISSUER_MISSING);
    }
    if (issuer.length() > LONGEST) {
      throw new CertificateRefused(Why.ISSUER_TOO_LONG);
    }
    if (document.length() > LONGEST) {
      throw new CertificateRefused(Why.DOCUMENT_TOO_LONG);
    }
    if (reason.length() > LONGEST) {
      throw new CertificateRefused(Why.PHRASE_TOO_LONG);
    }
    if (issuedOn.isAfter(today) || issuedOn.getYear() < FIRST_YEAR) {
      throw new CertificateRefused(Why.DATE_RANGE);
    }
  }
}
