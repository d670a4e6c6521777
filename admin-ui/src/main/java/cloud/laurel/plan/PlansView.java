package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.roster.RosterService;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** {@code /bureau/plans}: the schools with their plans and trainings, filtered by the address. */
@Named("plans")
@RequestScoped
public class PlansView {

  private static final int SIZE = 20;

  @Inject private FrameView frame;
  @Inject private RosterService roster;
  @Inject private PlanService plans;
  @Inject private TrainingService trainings;
  @Inject private CentralService centrals;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private PlansQuery query = PlansQuery.ALL;
  private List<PlanRow> all = List.of();
  private List<PlanRow> rows = List.of();
  private PageNumber page = PageNumber.FIRST;
  private List<CentralSchool> centralSchools = List.of();

  @PostConstruct
  void load() {
    query = PlansQuery.of(request, frame.getChosen());
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    centralSchools = centrals.all(campaign);
    all = PlanRow.all(campaign, roster.schools(), centrals.names(), plans, trainings, text);
    List<PlanRow> selected = query.select(all);
    page = query.page().within(selected.size(), SIZE);
    rows = selected.subList(page.offset(SIZE), Math.min(selected.size(), page.offset(SIZE) + SIZE));
  }

  /** What the address asks for. */
  public PlansQuery getQuery() {
    return query;
  }

  /** The schools of this page. */
  public List<PlanRow> getRows() {
    return rows;
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** How many schools take part. */
  public int getSchools() {
    return all.size();
  }

  /** How many schools' plans stand somewhere. */
  public long count(String state) {
    return all.stream().filter(row -> row.stateName().equals(state)).count();
  }

  /** How many schools have handed their plan in. */
  public long getHandedIn() {
    return count("submitted") + count("accepted");
  }

  /** How many schools have trained. */
  public long getTrained() {
    return all.stream().filter(row -> row.trainings() > 0).count();
  }

  /** The states that can be filtered by, as an address names them; the first is all. */
  public List<String> getStates() {
    return List.of("", "none", "draft", "submitted", "returned", "accepted");
  }

  /** The columns in order. */
  public List<String> getColumns() {
    return List.of("name", "central", "state", "submitted", "trainings", "participants");
  }

  /** Central schools with those who act for them. */
  public List<CentralSchool> getCentralSchools() {
    return centralSchools;
  }
}
