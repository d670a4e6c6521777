package cloud.laurel.announcement;

import cloud.laurel.announcement.Objection.State;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.Caller;
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
import java.time.Instant;
import java.util.Optional;

/** {@code /bureau/objection}: an objection, and what an officer decides on it. */
@Named("objectionCase")
@RequestScoped
public class ObjectionCaseView {

  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private CampaignService campaigns;
  @Inject private ObjectionService objections;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<ObjectionPage.Row> found = Optional.empty();
  private Optional<Campaign> campaign = Optional.empty();
  private FormState problem = FormState.GOOD;

  @PostConstruct
  void load() {
    found = objections.find(getId());
    campaign =
        found.flatMap(
            row ->
                campaigns.all().stream()
                    .filter(c -> c.id() == row.objection().campaign())
                    .findFirst());
  }

  /** Finds that it is right. */
  public void uphold() {
    decide(State.UPHELD);
  }

  /** Finds that it is not. */
  public void reject() {
    decide(State.REJECTED);
  }

  /** Answers without deciding for or against. */
  public void answer() {
    decide(State.ANSWERED);
  }

  private void decide(State state) {
    try {
      objections.decide(
          getId(),
          new ObjectionDecision(caller.name().orElseThrow(), state, getAnswer(), getNote()));
      FormInput.leadTo(frame.link("/bureau/objection?id=" + getId()));
    } catch (AnnouncementRefused e) {
      load();
      problem = FormState.refused("decide", e, text);
    }
  }

  /** Whether there is such a case. */
  public boolean isKnown() {
    return campaign.isPresent();
  }

  /** Its number inside. */
  public long getId() {
    return FormInput.number(request, "id");
  }

  /** The case. */
  public Objection getShown() {
    return found.orElseThrow().objection();
  }

  /** Whether it is about a certain line. */
  public boolean isAboutEntry() {
    return found.flatMap(ObjectionPage.Row::about).isPresent();
  }

  /** The line that it is about. */
  public ObjectionPage.About getAbout() {
    return found.flatMap(ObjectionPage.Row::about).orElseThrow();
  }

  /** Whether the answer is late. */
  public boolean isOverdue() {
    return getShown().overdue(campaigns.today(campaign.orElseThrow()));
  }

  /** The campaign's title. */
  public String getCampaign() {
    return campaign.orElseThrow().title();
  }

  /** Where the selection is, at the honour that it is about. */
  public String getSelection() {
    return address("/bureau/selection")
        + found
            .flatMap(ObjectionPage.Row::about)
            .map(about -> "&honour=" + encoded(about.honour()))
            .orElse("");
  }

  /** Where the campaign's notice is. */
  public String getNotice() {
    return address("/bureau/notice");
  }

  private String address(String path) {
    return request.getContextPath() + path + "?campaign=" + encoded(campaign.orElseThrow().code());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** When it was filed. */
  public String getFiledAt() {
    return time(getShown().filedAt());
  }

  /** When it was decided; empty while it is open. */
  public String getDecidedAt() {
    return getShown().decidedAt().map(this::time).orElse("");
  }

  /** When name and contact were deleted; empty while they are there. */
  public String getErasedAt() {
    return getShown().erasedAt().map(this::time).orElse("");
  }

  private String time(Instant at) {
    return text.time(at, campaign.orElseThrow().zone());
  }

  /** The answer as it was written so far. */
  public String getAnswer() {
    return FormInput.text(request, "answer");
  }

  /** The note as it was written so far. */
  public String getNote() {
    return FormInput.text(request, "note");
  }

  /** Why the decision was not taken. */
  public FormState getProblem() {
    return problem;
  }
}
