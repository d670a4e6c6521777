package cloud.laurel.certificate;

import cloud.laurel.store.Sha256;

/**
 * A certificate that can be issued, as far as its words are concerned.
 *
 * @param account may be empty
 * @param school code, also of a central school
 */
record NewCertificate(int campaign, String honour, Printed printed, String account, String school) {

  /** Tells whom it is for from everybody else within the campaign and honour. */
  String recipient() {
    return Sha256.hex(
        campaign + "\n" + honour + "\n" + (account.isEmpty() ? sameName() : "account\n" + account));
  }

  /** What two people of one school who have one name share; a school is itself under any name. */
  String sameName() {
    String name = LookupRule.plain(printed.name()) + "\n";
    if (school.isEmpty()) {
      return "name\n" + name + LookupRule.plain(printed.school());
    }
    return printed.isPerson() ? "name\n" + name + school : "school\n" + school;
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
