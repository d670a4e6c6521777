package cloud.laurel.press;

import cloud.laurel.input.FileRefused;
import cloud.laurel.input.Upload;
import cloud.laurel.template.Seal;
import cloud.laurel.template.Seal.Step;
import cloud.laurel.template.SealRefused;
import cloud.laurel.template.SealService;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code /bureau/certificate-seal}: the picture of the bureau's seal and its history. */
@Named("certificateSeal")
@RequestScoped
public class CertificateSealView {

  private static final Set<String> DONE = Set.of("upload", "release", "retire");

  @Inject private SealService seals;
  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private List<Row> rows = List.of();
  private String problem = "";

  /**
   * A picture in the history.
   *
   * @param state WAITING, USED or RETIRED
   * @param own whether the caller uploaded it
   * @param current whether new certificates get it
   */
  public record Row(
      Seal seal,
      String state,
      boolean own,
      boolean current,
      String uploaded,
      String released,
      String retired) {}

  @PostConstruct
  void load() {
    ZoneId zone = frame.campaign().map(c -> c.zone()).orElse(ZoneId.of("Asia/Shanghai"));
    List<Seal> all = seals.all();
    long current = SealService.current(all).map(Seal::id).orElse(0L);
    String officer = caller.name().orElse("");
    rows =
        all.stream()
            .map(
                seal ->
                    new Row(
                        seal,
                        seal.isWaiting() ? "WAITING" : seal.isInUse() ? "USED" : "RETIRED",
                        seal.uploaded().officer().equals(officer),
                        seal.id() == current,
                        words(seal.uploaded(), zone),
                        seal.released().map(step -> words(step, zone)).orElse("--"),
                        seal.retired().map(step -> words(step, zone)).orElse("--")))
            .toList();
    String why = FormInput.text(request, "why");
    if (Arrays.stream(SealRefused.Why.values()).anyMatch(w -> w.name().equals(why))) {
      problem = text.of("certificateSeal.why." + why);
    }
  }

  private String words(Step step, ZoneId zone) {
    return step.officer() + " · " + text.time(step.at(), zone);
  }

  /** Takes a picture. */
  public void upload() {
    List<Upload> files = FormInput.files(request);
    if (files.isEmpty()) {
      problem = text.of("certificateSeal.noFile");
      return;
    }
    try {
      seals.upload(
          files.get(0),
          (int) FormInput.number(request, "millimetres"),
          caller.name().orElseThrow());
      FormInput.leadTo(request.getContextPath() + "/bureau/certificate-seal?done=upload");
    } catch (SealRefused e) {
      problem = text.of("certificateSeal.why." + e.why());
    } catch (FileRefused e) {
      problem = text.of("certificateSeal.file." + e.why(), e.file());
    }
  }

  /** Every picture there has been, newest first. */
  public List<Row> getRows() {
    return rows;
  }

  /** Widths that a seal can have on paper, in millimetres. */
  public List<Integer> getWidths() {
    return IntStream.rangeClosed(Seal.SMALLEST, Seal.LARGEST).boxed().toList();
  }

  /** The width that was chosen. */
  public int getMillimetres() {
    int typed = (int) FormInput.number(request, "millimetres");
    return typed == 0 ? Seal.USUAL : typed;
  }

  /** What has just been done; empty when nothing was. */
  public String getDone() {
    String done = FormInput.text(request, "done");
    return DONE.contains(done) ? text.of("certificateSeal.done." + done) : "";
  }

  /** Why something was not done; empty when it was. */
  public String getProblem() {
    return problem;
  }
}
