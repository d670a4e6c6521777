package cloud.laurel.goal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Campaign.State;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.campaign.Role;
import cloud.laurel.plugin.Problem;
import cloud.laurel.roster.School;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.OwnSchools;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code /school/goals}: what a school asks of its own people. The school is one that the caller
 * administers today, whatever the address says.
 */
@Named("goals")
@RequestScoped
public class GoalsView {

  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private GoalService service;
  @Inject private OwnSchools schools;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private List<School> own = List.of();
  private Optional<School> school = Optional.empty();
  private List<Goal> goals = List.of();
  private List<GoalBar> bars = List.of();
  private List<String> problems = List.of();
  private GoalForm form = new GoalForm();

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    own = schools.all(campaign);
    school = schools.chosen(campaign);
    school.ifPresent(
        s -> {
          goals = service.of(campaign, s.code());
          bars =
              service.reached(campaign, s.code()).stream()
                  .map(reached -> GoalBar.of(campaign, reached, text))
                  .toList();
          goals.stream()
              .filter(g -> String.valueOf(g.id()).equals(request.getParameter("edit")))
              .findFirst()
              .ifPresent(g -> form = GoalForm.of(g));
        });
  }

  /** Stores what the form says: a new goal, or the one that is being changed. */
  public void save() {
    run(
        (campaign, code) -> {
          if (form.getId() == 0) {
            service.create(campaign, code, form.draft());
          } else {
            service.change(campaign, code, form.getId(), form.draft());
          }
        });
  }

  /** Gives a goal up. */
  public void delete(long id) {
    run((campaign, code) -> service.delete(campaign, code, id));
  }

  private interface Change {
    void make(Campaign campaign, String school);
  }

  private void run(Change change) {
    try {
      change.make(frame.campaign().orElseThrow(), school.orElseThrow().code());
      FacesContext.getCurrentInstance().getExternalContext().redirect(frame.link(address()));
    } catch (InvalidInput e) {
      problems = e.problems().stream().map(Problem::field).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String address() {
    return "/school/goals?code=" + URLEncoder.encode(getCode(), StandardCharsets.UTF_8);
  }

  /** The address of the form that changes a goal. */
  public String edit(long id) {
    return frame.link(address() + "&edit=" + id);
  }

  /** The address without a goal being changed. */
  public String getPlain() {
    return frame.link(address());
  }

  /** Whether there is a school to set goals for. */
  public boolean isKnown() {
    return school.isPresent();
  }

  /** Whether goals can still be changed: only while the campaign runs. */
  public boolean isOpen() {
    return frame.campaign().filter(c -> c.state() == State.RUNNING).isPresent();
  }

  /** The school's name. */
  public String getName() {
    return school.map(School::name).orElse("");
  }

  /** The school's code. */
  public String getCode() {
    return school.map(School::code).orElse("");
  }

  /** The schools that the caller administers. */
  public List<School> getOwn() {
    return own;
  }

  /** The goals, with how many people have reached them. */
  public List<GoalBar> getBars() {
    return bars;
  }

  /** The goal in the form. */
  public GoalForm getForm() {
    return form;
  }

  /** Names of what is wrong with the form, in its order; empty when nothing is. */
  public List<String> getProblems() {
    return problems;
  }

  /** The indicators a goal can be about, the teachers' first. */
  public List<Indicator> getIndicators() {
    return frame.campaign().map(Campaign::indicators).orElse(List.of()).stream()
        .sorted(Comparator.comparing(indicator -> getRoles().indexOf(indicator.role().name())))
        .toList();
  }

  /** An indicator's name with whom it is for. */
  public String label(Indicator indicator) {
    return text.of("goals.indicatorOf", text.of("role." + indicator.role()), indicator.name());
  }

  /** Whom a goal can be for. */
  public List<String> getRoles() {
    return List.of(Role.TEACHER.name(), Role.ADMINISTRATOR.name());
  }

  /** The periods a goal can have. */
  public List<String> getPeriods() {
    return List.of("CAMPAIGN", "TERM", "MONTH");
  }
}
