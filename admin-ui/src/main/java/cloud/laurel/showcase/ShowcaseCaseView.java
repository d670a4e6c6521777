package cloud.laurel.showcase;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** {@code /bureau/showcase/case}: a school's case, and the bureau's word on it. */
@Named("showcaseCase")
@RequestScoped
public class ShowcaseCaseView {

  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private RosterService roster;
  @Inject private CampaignService campaigns;
  @Inject private ShowcaseService showcases;
  @Inject private PublishingService publishing;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<Showcase> stored = Optional.empty();
  private Optional<Campaign> campaign = Optional.empty();
  private Optional<ShowcaseSheet> sheet = Optional.empty();
  private Optional<ShowcaseHistory> history = Optional.empty();
  private List<ShowcaseProblems.One> problems = List.of();

  @PostConstruct
  void start() {
    load();
    problems = ShowcaseProblems.ofLate(request, stored, text);
  }

  private void load() {
    stored = showcases.find(FormInput.number(request, "case"));
    stored.ifPresent(this::show);
  }

  private void show(Showcase showcase) {
    Campaign of =
        campaigns.all().stream()
            .filter(c -> c.id() == showcase.campaign())
            .findFirst()
            .orElseThrow();
    campaign = Optional.of(of);
    sheet =
        Optional.of(
            ShowcaseSheet.of(
                showcase,
                showcases.pictures(showcase),
                of,
                roster.school(showcase.school()).map(School::name).orElse(""),
                request.getContextPath() + "/bureau/showcase/picture",
                text));
    history =
        Optional.of(ShowcaseHistory.of(showcase, showcases.history(showcase), of, true, text));
  }

  private interface Step {
    void take(Campaign campaign, String officer, long id, int version, String words);
  }

  /** Lets everybody read it. */
  public void publish() {
    act(publishing::publish);
  }

  /** Returns it to be written again. */
  public void giveBack() {
    act(publishing::giveBack);
  }

  /** Takes it away from everybody. */
  public void withdraw() {
    act(publishing::withdraw);
  }

  private void act(Step step) {
    try {
      step.take(
          campaign.orElseThrow(),
          caller.name().orElseThrow(),
          getId(),
          (int) FormInput.number(request, "version"),
          getWords());
      FormInput.leadTo(frame.link("/bureau/showcase/case?case=" + getId()));
    } catch (ShowcaseRefused e) {
      load();
      problems = ShowcaseProblems.of(e, text);
    }
  }

  /** Whether there is such a case. */
  public boolean isKnown() {
    return stored.isPresent();
  }

  /** The case's number. */
  public long getId() {
    return stored.map(Showcase::id).orElse(0L);
  }

  /** The version that the forms stand on. */
  public int getVersion() {
    return stored.map(Showcase::version).orElse(0);
  }

  /** Where it stands. */
  public String getState() {
    return stored.map(s -> s.state().name()).orElse("");
  }

  /** Whether it waits for the bureau's word. */
  public boolean isWaiting() {
    return getState().equals(Showcase.State.SUBMITTED.name())
        && campaign.filter(ShowcaseService::isOpen).isPresent();
  }

  /** Whether everybody can read it. */
  public boolean isPublished() {
    return getState().equals(Showcase.State.PUBLISHED.name());
  }

  /** The case. */
  public ShowcaseSheet getSheet() {
    return sheet.orElseThrow();
  }

  /** What happened to it. */
  public ShowcaseHistory getHistory() {
    return history.orElseThrow();
  }

  /** What was written so far. */
  public String getWords() {
    return FormInput.text(request, "words");
  }

  /** Why the form was not taken; empty when all is in order. */
  public List<ShowcaseProblems.One> getProblems() {
    return problems;
  }
}
