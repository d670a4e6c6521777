package cloud.laurel.certificate;

import cloud.laurel.store.Sha256;
import cloud.laurel.web.Texts;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A recipient in the report of names.
 *
 * @param given the name as it came in
 * @param name as it will be printed
 * @param school may be empty
 * @param account may be empty
 * @param current series of the certificate that the recipient has; may be empty
 */
public record ReportRow(
    Weight weight,
    String given,
    String name,
    String school,
    String account,
    List<NameWords.Said> findings,
    String current) {

  /** What becomes of a recipient, what needs hands first. */
  public enum Weight {
    /** Gets none until something is mended. */
    BLOCKED,
    /** Gets one; somebody should look at the name before. */
    REMARK,
    /** Gets one. */
    GOOD,
    /** Has one. */
    THERE
  }

  static ReportRow of(IssueLine line, Texts text) {
    return new ReportRow(
        weight(line),
        line.recipient().name(),
        line.name(),
        line.school(),
        line.recipient().account(),
        NameWords.of(line.findings(), text),
        line.current().map(CertificateNumber::series).orElse(""));
  }

  static Weight weight(IssueLine line) {
    if (line.current().isPresent()) {
      return Weight.THERE;
    }
    if (line.isBlocked()) {
      return Weight.BLOCKED;
    }
    return line.findings().isEmpty() ? Weight.GOOD : Weight.REMARK;
  }

  /** Tells the certificates that an order would issue from those of any other list. */
  static String digest(List<IssueLine> lines) {
    return Sha256.hex(lines.stream().filter(IssueLine::isNew).toList().toString());
  }

  /** Whether it is printed differently from how it came in. */
  public boolean isAltered() {
    return !given.equals(name);
  }

  /** All findings in one text. */
  String words() {
    return findings.stream().map(NameWords.Said::words).collect(Collectors.joining(" "));
  }
}
