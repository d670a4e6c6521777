package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.plan.Plan.State;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code /bureau/plan}: a school's plan and trainings, and the bureau's word on the plan. */
@Named("planCase")
@RequestScoped
public class PlanCaseView {

  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private RosterService roster;
  @Inject private PlanService plans;
  @Inject private TrainingService trainings;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<School> school = Optional.empty();
  private Optional<PlanSheet> sheet = Optional.empty();
  private List<TrainingRow> log = List.of();
  private List<FormProblems.One> problems = List.of();

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    school = roster.school(FormInput.text(request, "code"));
    sheet =
        school
            .flatMap(s -> plans.find(campaign, s.code()))
            .map(
                plan -> PlanSheet.of(campaign, plan, plans, link("/bureau/plan/file"), true, text));
    log =
        school.map(s -> trainings.of(campaign, s.code())).orElse(List.of()).stream()
            .map(one -> TrainingRow.of(one, link("/bureau/training/file"), text))
            .toList();
  }

  private String link(String path) {
    return frame.link(path + "?code=" + getCodeParameter());
  }

  private interface Step {
    void take(Campaign campaign, String code, String officer, int version, String words);
  }

  /** Agrees with the plan. */
  public void accept() {
    act(plans::accept);
  }

  /** Returns the plan to be written again. */
  public void giveBack() {
    act(plans::giveBack);
  }

  /** Lets the school write an accepted plan again. */
  public void reopen() {
    act(plans::reopen);
  }

  private void act(Step step) {
    Campaign campaign = frame.campaign().orElseThrow();
    try {
      step.take(
          campaign,
          school.orElseThrow().code(),
          caller.name().orElseThrow(),
          (int) FormInput.number(request, "version"),
          getWords());
      FormInput.leadTo(link("/bureau/plan"));
    } catch (PlanRefused e) {
      load(campaign);
      problems = FormProblems.of(e, text);
    }
  }

  /** Whether there is such a school. */
  public boolean isKnown() {
    return school.isPresent();
  }

  /** The school's name. */
  public String getName() {
    return school.map(School::name).orElse("");
  }

  /** The school's code. */
  public String getCode() {
    return school.map(School::code).orElse("");
  }

  /** The same as part of an address. */
  public String getCodeParameter() {
    return URLEncoder.encode(getCode(), StandardCharsets.UTF_8);
  }

  /** Whether the school has begun to write. */
  public boolean isBegun() {
    return sheet.isPresent();
  }

  /** The plan. */
  public PlanSheet getSheet() {
    return sheet.orElseThrow();
  }

  /** Whether the plan waits for the bureau's word. */
  public boolean isWaiting() {
    return isOpen() && is(State.SUBMITTED);
  }

  /** Whether the plan can be reopened. */
  public boolean isReopenable() {
    return isOpen() && is(State.ACCEPTED);
  }

  private boolean is(State state) {
    return sheet.filter(s -> s.plan().state() == state).isPresent();
  }

  private boolean isOpen() {
    return frame.campaign().filter(c -> c.state() == Campaign.State.RUNNING).isPresent();
  }

  /** The school's trainings, newest first. */
  public List<TrainingRow> getLog() {
    return log;
  }

  /** What was written so far. */
  public String getWords() {
    return FormInput.text(request, "words");
  }

  /** Why the form was not taken; empty when all is in order. */
  public List<FormProblems.One> getProblems() {
    return problems;
  }
}
