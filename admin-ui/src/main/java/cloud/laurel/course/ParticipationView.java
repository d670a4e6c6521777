package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.roster.RosterService;
import cloud.laurel.standing.SchoolOverview;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code /bureau/participation}: the pupils' participation by school and month. */
@Named("participation")
@RequestScoped
public class ParticipationView {

  private static final int SIZE = 20;

  @Inject private FrameView frame;
  @Inject private ParticipationReader reader;
  @Inject private RosterService roster;
  @Inject private CourseService courses;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private ParticipationQuery query =
      new ParticipationQuery("", "", "", "", "name", false, PageNumber.FIRST);
  private Map<String, String> centrals = Map.of();
  private List<String> months = List.of();
  private List<HeatRow> rows = List.of();
  private PageNumber page = PageNumber.FIRST;
  private FunctionTable functions = new FunctionTable(List.of(), List.of(), "");
  private String asOf = "";
  private long pending;

  @PostConstruct
  void load() {
    query = ParticipationQuery.of(request);
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    centrals = new TreeMap<>(roster.centralNames());
    months = reader.months(campaign).stream().map(YearMonth::toString).toList();
    SchoolOverview schools = reader.schools(campaign, query.central());
    List<HeatRow> selected = reader.rows(campaign, schools, query);
    page = query.page().within(selected.size(), SIZE);
    rows = selected.subList(page.offset(SIZE), Math.min(selected.size(), page.offset(SIZE) + SIZE));
    if (isOfCentral()) {
      List<String> codes = schools.schools().stream().map(s -> s.row().code()).toList();
      functions = FunctionTable.of(campaign, courses.activity(campaign, codes), text);
    }
    asOf = text.seconds(schools.asOf(), campaign.zone());
    pending = schools.pending();
  }

  /** What the address asks for. */
  public ParticipationQuery getQuery() {
    return query;
  }

  /** Whether the schools of one central school are shown. */
  public boolean isOfCentral() {
    return !query.central().isEmpty();
  }

  /** The name of the central school that is shown, empty for all schools. */
  public String getCentral() {
    return centrals.getOrDefault(query.central(), query.central());
  }

  /** The teachers' functions in the schools of a central school, by week. */
  public FunctionTable getFunctions() {
    return functions;
  }

  /** Codes of the central schools, in order. */
  public List<String> getCentrals() {
    return List.copyOf(centrals.keySet());
  }

  /** A central school's name. */
  public String nameOf(String central) {
    return centrals.getOrDefault(central, central);
  }

  /** The columns of months, the oldest first. */
  public List<String> getMonths() {
    return months;
  }

  /** The schools of this page. */
  public List<HeatRow> getRows() {
    return rows;
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** When the numbers were computed. */
  public String getAsOf() {
    return asOf;
  }

  /** Actions not yet scored. */
  public long getPending() {
    return pending;
  }
}
