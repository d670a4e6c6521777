package cloud.laurel.appeal;

import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.roster.Membership;
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
import java.util.stream.Stream;

/** {@code /bureau/appeal}: a case with its evidence, what granting would do, and the decision. */
@Named("appealCase")
@RequestScoped
public class AppealCaseView {

  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private CampaignService campaigns;
  @Inject private RosterService roster;
  @Inject private AppealService appeals;
  @Inject private AppealCaseService cases;
  @Inject private DecisionService decisions;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private long id;
  private Optional<AppealCase> found = Optional.empty();
  private Optional<CaseSheet> sheet = Optional.empty();
  private FormProblem problem = FormProblem.NONE;

  @PostConstruct
  void load() {
    id = FormInput.number(request, "id");
    found = cases.find(id, officer());
    sheet =
        found.map(
            one ->
                CaseSheet.of(
                    one,
                    campaigns.today(one.campaign()),
                    request.getContextPath() + "/bureau/appeals/file",
                    true,
                    text));
  }

  private Party officer() {
    return Party.officer(caller.name().orElseThrow());
  }

  /** Grants it. */
  public void grant() {
    act(() -> decisions.decide(id, decision(true)));
  }

  /** Declines it. */
  public void decline() {
    act(() -> decisions.decide(id, decision(false)));
  }

  /** Asks the filer something. */
  public void ask() {
    act(() -> appeals.add(id, officer(), getWords(), List.of()));
  }

  private Decision decision(boolean granted) {
    return new Decision(
        officer().name(),
        granted,
        getWords(),
        Optional.of(FormInput.text(request, "indicator")).filter(i -> !i.isEmpty()),
        Optional.of(FormInput.text(request, "school")).filter(s -> !s.isEmpty()),
        Optional.of((int) FormInput.number(request, "version")));
  }

  private void act(Runnable action) {
    try {
      action.run();
      FormInput.leadTo(frame.link("/bureau/appeal?id=" + id));
    } catch (AppealRefused e) {
      load();
      problem = FormProblem.of(e, text);
    }
  }

  /** Whether there is such a case. */
  public boolean isKnown() {
    return sheet.isPresent();
  }

  /** The case in words. */
  public CaseSheet getSheet() {
    return sheet.orElseThrow();
  }

  /** Whether an officer may choose what is awarded. */
  public boolean isAward() {
    return found.filter(one -> one.appeal().kind() != Appeal.Kind.WRONG).isPresent();
  }

  /** What granting as claimed would do, in words. */
  public String getEffect() {
    return found
        .filter(one -> one.appeal().open())
        .map(
            one ->
                one.effects().stream()
                    .filter(e -> e.indicator().equals(one.appeal().indicator()))
                    .findFirst()
                    .map(e -> effect(one, e))
                    .orElseGet(() -> text.of("appeal.effect.choose")))
        .orElse("");
  }

  private String effect(AppealCase one, Effect effect) {
    if (one.appeal().kind() == Appeal.Kind.WRONG) {
      return effect.points() == 0
          ? text.of("appeal.effect.sibling")
          : text.of("appeal.effect.lost", -effect.points());
    }
    return effect.points() == 0
        ? text.of("appeal.effect.nothing")
        : text.of("appeal.effect.gain", effect.points());
  }

  /** Whether granting as claimed would move points; if not, the officer is warned. */
  public boolean isMoving() {
    return found
        .filter(
            one ->
                one.effects().stream()
                    .anyMatch(
                        e -> e.indicator().equals(one.appeal().indicator()) && e.points() != 0))
        .isPresent();
  }

  /** The indicators that can be granted, each with what it would do. */
  public List<Choice> getIndicators() {
    return found.stream().flatMap(one -> one.effects().stream().map(e -> choice(one, e))).toList();
  }

  private Choice choice(AppealCase one, Effect effect) {
    String name =
        one.campaign().rulesOn(one.appeal().day()).indicators().stream()
            .filter(i -> i.code().equals(effect.indicator()))
            .map(Indicator::name)
            .findFirst()
            .orElse(effect.indicator());
    String label =
        effect.points() == 0
            ? text.of("appeal.choice.taken", name)
            : text.of("appeal.choice", name, effect.points());
    return new Choice(effect.indicator(), label, effect.indicator().equals(chosenIndicator(one)));
  }

  private String chosenIndicator(AppealCase one) {
    String chosen = FormInput.text(request, "indicator");
    return chosen.isEmpty() ? one.appeal().indicator() : chosen;
  }

  /** The schools that the award can go to: those that the person has belonged to. */
  public List<Choice> getSchools() {
    String chosen = FormInput.text(request, "school");
    return found.stream()
        .flatMap(
            one ->
                Stream.concat(
                        one.appeal().school().stream(),
                        roster.find(one.appeal().account()).stream()
                            .flatMap(p -> p.memberships().stream())
                            .map(Membership::school))
                    .distinct())
        .flatMap(code -> roster.school(code).stream())
        .map((School s) -> new Choice(s.code(), s.name(), s.code().equals(chosen)))
        .toList();
  }

  /** What was written so far. */
  public String getWords() {
    return FormInput.text(request, "words");
  }

  /** Why something was not taken. */
  public FormProblem getProblem() {
    return problem;
  }

  /** An option of a select. */
  public record Choice(String code, String label, boolean selected) {}
}
