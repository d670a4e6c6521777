package cloud.laurel.lookup;

import cloud.laurel.lookup.Verdict.Kind;
import cloud.laurel.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.Optional;

/** {@code /verify/file}: what is to be said of a file. */
@Named("verdict")
@RequestScoped
public class VerdictView {

  @Inject private InstantSource clock;
  @Inject private Texts text;

  private Optional<Verdict> verdict = Optional.empty();

  /** What is to be said. */
  void show(Verdict found) {
    verdict = Optional.of(found);
  }

  /** Whether a file came. */
  public boolean isThere() {
    return verdict.isPresent();
  }

  /** The last part of its texts' keys. */
  public String getKind() {
    return verdict.map(v -> v.kind().name()).orElse("");
  }

  /** How it is drawn. */
  public String getStyle() {
    return switch (verdict.map(Verdict::kind).orElse(Kind.NONE)) {
      case GENUINE -> "valid";
      case REPLACED -> "replaced";
      case REVOKED, CHANGED, NOT_OURS -> "revoked";
      default -> "doubt";
    };
  }

  /** Whether a certificate belongs to it that may be shown. */
  public boolean isNamed() {
    return verdict.flatMap(Verdict::certificate).isPresent();
  }

  /** The certificate. */
  public CertificateSheet getSheet() {
    return new CertificateSheet(verdict.flatMap(Verdict::certificate).orElseThrow());
  }

  /** When it was looked into. */
  public String getCheckedAt() {
    return text.seconds(clock.instant(), CertificateSheet.ZONE);
  }
}
