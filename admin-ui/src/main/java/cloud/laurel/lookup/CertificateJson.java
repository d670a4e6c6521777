package cloud.laurel.lookup;

import cloud.laurel.certificate.Certificate;
import cloud.laurel.certificate.Certificate.Change;
import cloud.laurel.certificate.CertificateNumber;
import cloud.laurel.certificate.Printed;
import java.util.List;

/**
 * A certificate as HTTP answers it; texts are empty where it says nothing.
 *
 * @param number whole, as it is printed
 * @param series its readable part
 * @param code its other part, without hyphens
 * @param status VALID, REPLACED or REVOKED
 * @param date the day on which it was replaced or revoked
 * @param reason why
 * @param successor number of what counts instead
 * @param merit what the person is honoured for, one phrase
 * @param demo whether it is made for show and worth nothing
 * @param sha256 of the file that was issued
 */
public record CertificateJson(
    String number,
    String series,
    String code,
    String status,
    String date,
    String reason,
    String successor,
    String name,
    String school,
    String honour,
    String campaign,
    String merit,
    String document,
    String issuer,
    String issuedOn,
    boolean demo,
    String sha256) {

  /** What is found by a name. */
  public record Found(List<CertificateJson> certificates) {}

  static CertificateJson of(Certificate one) {
    Printed printed = one.printed();
    return new CertificateJson(
        one.number().text(),
        one.number().series(),
        one.number().code(),
        one.state().name(),
        new CertificateSheet(one).changedOn(),
        one.change().map(Change::reason).orElse(""),
        one.change().flatMap(Change::successor).map(CertificateNumber::text).orElse(""),
        printed.name(),
        printed.school(),
        printed.honour(),
        printed.campaign(),
        printed.reason(),
        printed.document(),
        printed.issuer(),
        printed.issuedOn().toString(),
        printed.demo(),
        one.hash());
  }
}
