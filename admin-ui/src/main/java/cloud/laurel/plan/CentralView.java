package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.plan.CentralSchool.Holder;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code /bureau/central}: who acts for a central school. */
@Named("central")
@RequestScoped
public class CentralView {

  @Inject private FrameView frame;
  @Inject private CentralService centrals;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<CentralSchool> shown = Optional.empty();
  private List<Holder> candidates = List.of();
  private List<FormProblems.One> problems = List.of();

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    String code = FormInput.text(request, "code");
    shown = centrals.all(campaign).stream().filter(c -> c.code().equals(code)).findFirst();
    candidates =
        shown.map(c -> centrals.candidates(campaign, c.code())).orElse(List.of()).stream()
            .filter(one -> shown.orElseThrow().desk().stream().noneMatch(one::equals))
            .toList();
  }

  /** Has the chosen administrator act for the central school. */
  public void assign() {
    Campaign campaign = frame.campaign().orElseThrow();
    try {
      centrals.assign(campaign, code(), FormInput.text(request, "account"));
      lead();
    } catch (PlanRefused e) {
      problems = List.of(new FormProblems.One("account", text.of("central.why." + e.why())));
    }
  }

  /** Ends that. */
  public void release() {
    centrals.release(code(), FormInput.text(request, "account"));
    lead();
  }

  private void lead() {
    FormInput.leadTo(
        frame.link("/bureau/central?code=" + URLEncoder.encode(code(), StandardCharsets.UTF_8)));
  }

  private String code() {
    return shown.orElseThrow().code();
  }

  /** Whether there is such a central school. */
  public boolean isKnown() {
    return shown.isPresent();
  }

  /** The central school. */
  public CentralSchool getShown() {
    return shown.orElseThrow();
  }

  /** Who else could act for it. */
  public List<Holder> getCandidates() {
    return candidates;
  }

  /** Why nothing was changed. */
  public List<FormProblems.One> getProblems() {
    return problems;
  }
}
