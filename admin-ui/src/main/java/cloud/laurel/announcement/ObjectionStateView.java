package cloud.laurel.announcement;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code /notice/objection}: where an objection stands, for whoever knows its number. It repeats
 * nothing of the list, which may have come down.
 */
@Named("objectionState")
@RequestScoped
public class ObjectionStateView {

  @Inject private ObjectionService objections;
  @Inject private CampaignService campaigns;
  @Inject private PublicLimits limits;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<Objection> found = Optional.empty();
  private Optional<Campaign> campaign = Optional.empty();
  private boolean tooOften;

  @PostConstruct
  void load() {
    if (!isAsked()) {
      return;
    }
    tooOften = !limits.mayLookUp(request);
    if (tooOften) {
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(429);
      return;
    }
    found = objections.lookUp(getNumber());
    campaign =
        found.flatMap(
            one -> campaigns.all().stream().filter(c -> c.id() == one.campaign()).findFirst());
  }

  /** Whether a number was typed. */
  public boolean isAsked() {
    return !getNumber().isEmpty();
  }

  /** What was typed. */
  public String getNumber() {
    return FormInput.text(request, "case").strip();
  }

  /** Whether so much was looked up lately that it has to wait. */
  public boolean isTooOften() {
    return tooOften;
  }

  /** Whether it has just been filed. */
  public boolean isFiled() {
    return isKnown() && FormInput.text(request, "filed").equals("true");
  }

  /** Whether there is such a case. */
  public boolean isKnown() {
    return found.isPresent() && campaign.isPresent();
  }

  /** Where it stands. */
  public Objection.State getState() {
    return found.orElseThrow().state();
  }

  /** Whether the answer can be given to somebody. */
  public boolean isNamed() {
    return found.orElseThrow().named();
  }

  /** When it was filed. */
  public String getFiledAt() {
    return time(found.orElseThrow().filedAt());
  }

  /** The last day of the answer's time limit. */
  public String getAnswerBy() {
    return found.orElseThrow().answerBy().toString();
  }

  /** When it was decided; empty while it is open. */
  public String getDecidedAt() {
    return found.flatMap(Objection::decidedAt).map(this::time).orElse("");
  }

  /** The answer; empty while it is open. */
  public String getAnswer() {
    return found.orElseThrow().answer();
  }

  private String time(Instant at) {
    return text.time(at, campaign.orElseThrow().zone());
  }
}
