package cloud.laurel.goal;

import java.util.List;

/** What somebody has typed in for a goal; a page needs setters. */
public class GoalForm {

  private long id;
  private String name = "";
  private String role = "TEACHER";
  private List<String> indicators = List.of();
  private String points = "";
  private String period = "CAMPAIGN";

  static GoalForm of(Goal goal) {
    GoalForm form = new GoalForm();
    form.id = goal.id();
    form.name = goal.name();
    form.role = goal.role().name();
    form.indicators = List.copyOf(goal.indicators());
    form.points = String.valueOf(goal.points());
    form.period = goal.period().name();
    return form;
  }

  GoalDraft draft() {
    return new GoalDraft(name, role, indicators, points, period);
  }

  /** The goal that is changed, 0 for a new one. */
  public long getId() {
    return id;
  }

  /** As {@link #getId}. */
  public void setId(long id) {
    this.id = id;
  }

  /** What people call it. */
  public String getName() {
    return name;
  }

  /** As {@link #getName}. */
  public void setName(String name) {
    this.name = name;
  }

  /** Whom it is for. */
  public String getRole() {
    return role;
  }

  /** As {@link #getRole}. */
  public void setRole(String role) {
    this.role = role;
  }

  /** Codes of what counts; empty for everything. */
  public List<String> getIndicators() {
    return indicators;
  }

  /** As {@link #getIndicators}. */
  public void setIndicators(List<String> indicators) {
    this.indicators = List.copyOf(indicators);
  }

  /** How many points. */
  public String getPoints() {
    return points;
  }

  /** As {@link #getPoints}. */
  public void setPoints(String points) {
    this.points = points;
  }

  /** In which period. */
  public String getPeriod() {
    return period;
  }

  /** As {@link #getPeriod}. */
  public void setPeriod(String period) {
    this.period = period;
  }
}
