package cloud.laurel.lookup;

import cloud.laurel.certificate.Certificate;
import cloud.laurel.certificate.Certificate.Change;
import cloud.laurel.certificate.CertificateNumber;
import cloud.laurel.certificate.Printed;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;

/** A certificate as public pages show it; texts are empty where it says nothing. */
public record CertificateSheet(Certificate certificate) {

  /** Schools and officers live by this clock. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Its number. */
  public CertificateNumber number() {
    return certificate.number();
  }

  /** What it says. */
  public Printed printed() {
    return certificate.printed();
  }

  /** Whether it counts. */
  public boolean valid() {
    return certificate.isValid();
  }

  /** Whether the person asked that nothing but its state is shown. */
  public boolean withheld() {
    return certificate.isWithheld();
  }

  /** Its state, the last part of a text's key. */
  public String state() {
    return certificate.state().name();
  }

  /** Its state, the last part of a style's name. */
  public String style() {
    return state().toLowerCase(Locale.ROOT);
  }

  /** Part of a text's key: what the one who is honoured is called. */
  public String recipient() {
    return printed().isPerson() ? "person" : "school";
  }

  /** The day on which it was replaced or revoked. */
  public String changedOn() {
    return certificate.change().map(c -> c.at().atZone(ZONE).toLocalDate().toString()).orElse("");
  }

  /** Why it was replaced or revoked. */
  public String why() {
    return certificate.change().map(Change::reason).orElse("");
  }

  /** Code of what counts instead. */
  public String successor() {
    return successorNumber(CertificateNumber::code);
  }

  /** Readable number of what counts instead. */
  public String successorSeries() {
    return successorNumber(CertificateNumber::series);
  }

  private String successorNumber(Function<CertificateNumber, String> part) {
    return certificate.change().flatMap(Change::successor).map(part).orElse("");
  }
}
