package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.input.FileRefused;
import cloud.laurel.plan.Plan.Content;
import cloud.laurel.plan.PlanRefused.Why;
import cloud.laurel.roster.School;
import cloud.laurel.store.InvalidInput;
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

/** {@code /school/plan}: a school's plan, to be written and submitted. */
@Named("plan")
@RequestScoped
public class PlanView {

  @Inject private FrameView frame;
  @Inject private SchoolDesk desk;
  @Inject private PlanService plans;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private List<School> own = List.of();
  private Optional<School> school = Optional.empty();
  private Optional<PlanSheet> sheet = Optional.empty();
  private PlanDraft draft = PlanForm.of(Content.EMPTY);
  private List<FormProblems.One> problems = List.of();
  private boolean changedMeanwhile;
  private boolean township;

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    own = desk.schools(campaign);
    township = !desk.township(campaign).isEmpty();
    school = desk.school(campaign, FormInput.text(request, "code"));
    sheet = school.flatMap(s -> plans.find(campaign, s.code())).map(p -> sheet(campaign, p));
    draft = PlanForm.of(sheet.map(s -> s.plan().content()).orElse(Content.EMPTY));
  }

  private PlanSheet sheet(Campaign campaign, Plan plan) {
    return PlanSheet.of(
        campaign,
        plan,
        plans,
        frame.link("/school/plan/file?code=" + getCodeParameter()),
        false,
        text);
  }

  /** Keeps what has been written. */
  public void save() {
    act(false);
  }

  /** Keeps it and hands it to the bureau. */
  public void submit() {
    act(true);
  }

  private void act(boolean submitted) {
    Campaign campaign = frame.campaign().orElseThrow();
    PlanDraft sent = PlanForm.of(request);
    try {
      String code = school.orElseThrow().code();
      PlanChange change =
          new PlanChange(
              (int) FormInput.number(request, "version"),
              sent,
              FormInput.files(request),
              PlanForm.removed(request));
      if (submitted) {
        plans.submit(campaign, code, desk.account(), change);
      } else {
        plans.save(campaign, code, desk.account(), change);
      }
      FormInput.leadTo(frame.link(address() + "&done=" + (submitted ? "submitted" : "saved")));
    } catch (InvalidInput e) {
      problems = FormProblems.of(e, "plan.field.", text);
    } catch (FileRefused e) {
      problems = FormProblems.of(e, text);
    } catch (PlanRefused e) {
      changedMeanwhile = e.why() == Why.CHANGED;
      problems = FormProblems.of(e, text);
      load(campaign);
    }
    draft = sent;
  }

  private String address() {
    return "/school/plan?code=" + getCodeParameter();
  }

  /** Whether the caller has a school to plan for. */
  public boolean isKnown() {
    return school.isPresent();
  }

  /** The schools that the caller may plan for. */
  public List<School> getOwn() {
    return own;
  }

  /** Whether the caller acts for a central school. */
  public boolean isTownship() {
    return township;
  }

  /** The address of the same page for another school. */
  public String linkOf(School other) {
    return frame.link("/school/plan?code=" + encoded(other.code()));
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
    return encoded(getCode());
  }

  private static String encoded(String code) {
    return URLEncoder.encode(code, StandardCharsets.UTF_8);
  }

  /** Whether anything was ever written. */
  public boolean isBegun() {
    return sheet.isPresent();
  }

  /** The plan as it is stored. */
  public PlanSheet getSheet() {
    return sheet.orElseThrow();
  }

  /** Whether the school may write now. */
  public boolean isWritable() {
    return isOpen() && sheet.map(s -> s.plan().state().isWritable()).orElse(true);
  }

  /** Whether the campaign lets anybody change anything. */
  public boolean isOpen() {
    return frame.campaign().filter(c -> c.state() == Campaign.State.RUNNING).isPresent();
  }

  /** The version that the form stands on. */
  public int getVersion() {
    boolean kept = !problems.isEmpty() && !changedMeanwhile;
    return kept
        ? (int) FormInput.number(request, "version")
        : sheet.map(s -> s.plan().version()).orElse(0);
  }

  /** What stands in the form. */
  public PlanDraft getDraft() {
    return draft;
  }

  /** Why the form was not taken; empty when all is in order. */
  public List<FormProblems.One> getProblems() {
    return problems;
  }

  /** Whether somebody else saved while the form was being filled in. */
  public boolean isChangedMeanwhile() {
    return changedMeanwhile;
  }

  /** {@code saved}, {@code submitted}, or empty when nothing has just been done. */
  public String getDone() {
    String done = FormInput.text(request, "done");
    return done.equals("saved") || done.equals("submitted") ? done : "";
  }

  /** How many files may still be added. */
  public int getFilesLeft() {
    return PlanService.MAX_FILES - sheet.map(s -> s.files().size()).orElse(0);
  }
}
