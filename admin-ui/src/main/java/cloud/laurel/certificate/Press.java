package cloud.laurel.certificate;

import cloud.laurel.press.Mode;
import cloud.laurel.press.NameFonts;
import cloud.laurel.press.Sheet;
import cloud.laurel.press.SheetPrinter;
import cloud.laurel.signing.Obstacle;
import cloud.laurel.signing.PdfSigner;
import cloud.laurel.signing.SigningHost;
import cloud.laurel.template.SealService;
import cloud.laurel.template.TemplateService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Prints with the fonts and templates there are, and signs with the key in use. */
@ApplicationScoped
public class Press implements CertificatePress {

  private static final int LONGEST_MARK = 12;
  private static final String USUAL_MARK = "LR";

  @Inject private SheetPrinter printer;
  @Inject private NameFonts names;
  @Inject private SigningHost signing;
  @Inject private Instance<TemplateService> templates;
  @Inject private Instance<SealService> seals;

  @Inject
  @ConfigProperty(name = "laurel.certificate.issuer-mark", defaultValue = USUAL_MARK)
  private String mark;

  @Override
  public Made make(CertificateNumber number, Printed printed, Design design) {
    byte[] page = page(number, printed, design, Mode.WHOLE);
    PdfSigner.Signed signed = signing.signer().sign(page);
    return new Made(
        signed.pdf(),
        signing.badges().credential(number, printed),
        signing.records().record(number, printed, signed.hash()).orElse(""),
        signed.key());
  }

  /**
   * Words, code and seal of a certificate for ready-made paper (套打), at the printer's offset. It is
   * for paper only and carries no signature.
   */
  byte[] overprint(Certificate one) {
    TemplateService.Offset offset = templates.get().offset();
    return page(
        one.number(), one.printed(), one.design(), Mode.overprint(offset.halfX(), offset.halfY()));
  }

  /** Whether it is known where certificates are looked up, which the QR code holds. */
  boolean canOverprint() {
    return signing.home().isPresent();
  }

  private byte[] page(CertificateNumber number, Printed printed, Design design, Mode mode) {
    return printer.print(
        new Sheet(
            number.series(),
            number.groups(),
            signing.home().orElseThrow() + "/verify/" + number.code(),
            printed,
            templates.get().find(design.template()).orElseThrow(),
            design.seal().isEmpty()
                ? Optional.empty()
                : seals.get().picture(design.seal().getAsLong()),
            mode));
  }

  @Override
  public List<String> unprintable(String text) {
    return names.unprintable(text);
  }

  @Override
  public Optional<String> obstacle() {
    return signing.obstacle().map(Obstacle::sentence);
  }

  @Override
  public boolean demo() {
    return signing.keys().demo();
  }

  @Override
  public String mark() {
    String plain = mark.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return plain.isEmpty()
        ? USUAL_MARK
        : plain.substring(0, Math.min(LONGEST_MARK, plain.length()));
  }
}
