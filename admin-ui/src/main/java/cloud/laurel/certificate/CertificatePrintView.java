package cloud.laurel.certificate;

import cloud.laurel.press.Mode;
import cloud.laurel.template.TemplateService;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code /bureau/certificate-print}: many certificates on paper, in files of what a printer takes.
 */
@Named("certificatePrint")
@RequestScoped
public class CertificatePrintView {

  private static final int SHOWN = 60;

  @Inject private FrameView frame;
  @Inject private RegisterService register;
  @Inject private TemplateService templates;
  @Inject private Press press;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private PrintRun run = new PrintRun(RegisterQuery.ALL, 0, List.of());
  private Mode mode = Mode.WHOLE;

  @PostConstruct
  void load() {
    run = PrintRun.of(request, frame.campaign(), register);
    TemplateService.Offset offset = templates.offset();
    mode = Mode.overprint(offset.halfX(), offset.halfY());
  }

  /** What the address asks for. */
  public PrintRun getRun() {
    return run;
  }

  /** What the certificates are chosen by, in words; empty when all of the campaign are meant. */
  public String getChosen() {
    RegisterFilter filter = run.query().filter();
    return Stream.of(
            frame
                .campaign()
                .map(campaign -> CertificateDeskView.name(campaign, filter.honour()))
                .orElse(""),
            filter.school().isEmpty()
                ? ""
                : run.leaves().stream().findFirst().map(Leaf::school).orElse(filter.school()),
            filter.words().isEmpty() ? "" : text.of("certificates.run.words", filter.words()),
            run.order() == 0 ? "" : text.of("certificates.run.order"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(text.of("certificates.run.and")));
  }

  /** How many of them the public does not see. */
  public long getWithheld() {
    return run.leaves().stream().filter(Leaf::withheld).count();
  }

  /** How many kinds of sheet there are among them. */
  public long getDesigns() {
    return run.leaves().stream().mapToLong(Leaf::template).distinct().count();
  }

  /** Whether they can be set for ready-made paper. */
  public boolean isOverprintable() {
    return press.canOverprint();
  }

  /** By how much everything moves on ready-made paper. */
  public Mode getMode() {
    return mode;
  }

  /** Why the file that was asked for was not made; empty without. */
  public String getStopped() {
    String key = "certificates.run.why." + FormInput.text(request, "why");
    String series = FormInput.text(request, "series");
    return text.has(key) ? text.of(key, series.substring(0, Math.min(SHOWN, series.length()))) : "";
  }
}
