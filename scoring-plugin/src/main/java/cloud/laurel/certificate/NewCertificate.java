package cloud.laurel.certificate;

import cloud.laurel.store.Sha256;

/**
 * A certificate that can be issued, as far as its words are concerned.
 *
 * @param account may be empty
 * @param school code; empty for a central school
 */
record NewCertificate(int campaign, String honour, Printed printed, String account, String school) {

  /** Tells whom it is for from everybody else within the campaign and honour. */
  String recipient() {
    return Sha256.hex(
        campaign + "\n" + honour + "\n" + (account.isEmpty() ? sameName() : "account\n" + account));
  }

  /** What two people of one school who have one name share. */
  String sameName() {
    return "name\n" + LookupRule.plain(printed.name()) + "\n" + place();
  }

  private String place() {
    if (!printed.isPerson()) {
      return "";
    }
    return school.isEmpty() ? LookupRule.plain(printed.school()) : school;
  }

  /** The same with what another certificate says of campaign and honour. */
  NewCertificate of(Certificate old) {
    Printed said = old.printed();
    return new NewCertificate(
        campaign,
        honour,
        new Printed(
            said.of(),
            printed.name(),
            printed.school(),
            said.campaign(),
            printed.reason(),
            said.honour(),
            printed.document(),
            printed.issuer(),
            printed.issuedOn(),
            printed.demo()),
        account,
        school);
  }
}
