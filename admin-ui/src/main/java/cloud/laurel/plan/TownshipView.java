package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.roster.School;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /school/plans}: the plans of a central school's schools. */
@Named("township")
@RequestScoped
public class TownshipView {

  @Inject private FrameView frame;
  @Inject private SchoolDesk desk;
  @Inject private PlanService plans;
  @Inject private TrainingService trainings;
  @Inject private CentralService centrals;
  @Inject private Texts text;

  private List<PlanRow> rows = List.of();

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    List<School> schools = desk.township(campaign);
    rows =
        schools.isEmpty()
            ? List.of()
            : PlanRow.all(campaign, schools, centrals.names(), plans, trainings, text);
  }

  /** Whether the caller acts for a central school. */
  public boolean isKnown() {
    return !rows.isEmpty();
  }

  /** Its schools, by name. */
  public List<PlanRow> getRows() {
    return rows;
  }

  /** How many of them have handed their plan in. */
  public long getHandedIn() {
    return rows.stream().filter(row -> row.stateName().matches("submitted|accepted")).count();
  }
}
