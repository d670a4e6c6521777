package cloud.laurel.certificate;

/**
 * The number of a certificate.
 *
 * @param series readable (证书编号): the issuer's mark, year, number of the deciding document, kind of
 *     honour, serial, such as {@code LR-2021-12-T-0001}
 * @param code what nobody can guess (验证码): 14 characters, the last of them a check
 */
public record CertificateNumber(String series, String code) {

  /** Checks the code. */
  public CertificateNumber {
    if (series.isEmpty() || !CodeRule.isCode(code)) {
      throw new IllegalArgumentException("no certificate number: " + series);
    }
  }

  /** The code as it is printed: {@code ABCD-EFGH-JKMN-PQ}. */
  public String groups() {
    return CodeRule.groups(code);
  }

  /** Both in one. */
  public String text() {
    return series + "-" + groups();
  }
}
