package cloud.laurel.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recipient before issue: how the name will be printed and what there is to say about it.
 *
 * @param recipient as it came in
 * @param name as it will be printed
 * @param school display name as it will be printed; empty where a school is honoured
 * @param current the certificate that the recipient has already, or is about to have
 */
public record IssueLine(
    Recipient recipient,
    String name,
    String school,
    List<NameFinding> findings,
    Optional<CertificateNumber> current) {

  /** Copies its list. */
  public IssueLine {
    findings = List.copyOf(findings);
  }

  /** Whether no certificate can be issued until something is mended. */
  public boolean isBlocked() {
    return findings.stream().anyMatch(NameFinding::blocks);
  }

  /** Whether an order would issue one. */
  public boolean isNew() {
    return !isBlocked() && current.isEmpty();
  }

  /** The same with the number that was taken. */
  IssueLine numbered(CertificateNumber number) {
    return new IssueLine(recipient, name, school, findings, Optional.of(number));
  }

  /** The same for somebody whose certificate has a number, but could not be printed. */
  public IssueLine notPrinted() {
    List<NameFinding> more = new ArrayList<>(findings);
    more.add(new NameFinding(NameFinding.Kind.NOT_PRINTED, List.of()));
    return new IssueLine(recipient, name, school, more, Optional.empty());
  }
}
