package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import cloud.laurel.standing.Rate;
import cloud.laurel.standing.SchoolDetail.Month;
import cloud.laurel.standing.SchoolDetail.Opening;
import cloud.laurel.standing.SchoolOverview;
import cloud.laurel.standing.SchoolStandings;
import cloud.laurel.standing.StandingService;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code /bureau}: the campaign's state at a glance. */
@Named("bureau")
@RequestScoped
public class BureauView {

  private static final int ENDS = 10;
  private static final int CENTRALS = 12;

  @Inject private FrameView frame;
  @Inject private StandingService standings;
  @Inject private CourseService courses;
  @Inject private CampaignService campaigns;
  @Inject private RosterService roster;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private SchoolOverview all = new SchoolOverview(Instant.EPOCH, 0, List.of());
  private String asOf = "";
  private List<YearMonth> months = List.of();
  private Optional<HeatCell> month = Optional.empty();
  private List<HeatRow> heat = List.of();
  private PageNumber page = PageNumber.FIRST;
  private List<RankedRow> ranked = List.of();
  private FunctionTable functions = new FunctionTable(List.of(), List.of(), "");
  private Optional<Concentration> concentration = Optional.empty();
  private String courseAsOf = "";

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    all = standings.board(campaign);
    asOf = text.seconds(all.asOf(), campaign.zone());
    months = campaign.monthsBegun(campaigns.today(campaign));
    if (!months.isEmpty()) {
      month = Optional.of(HeatCell.of(campaign, ofLastMonth(), text));
    }
    loadHeat(campaign);
    List<SchoolStandings.Row> rows = all.standings().rows();
    ranked = RankedRow.of(rows, courses.movement(campaign, rows), text);
    functions = FunctionTable.of(campaign, courses.activity(campaign), text);
    concentration = courses.concentration(campaign).filter(c -> c.points() > 0);
    courseAsOf = concentration.map(c -> text.time(c.asOf(), campaign.zone())).orElse("");
  }

  private List<Month> ofLastMonth() {
    YearMonth last = months.get(months.size() - 1);
    return all.schools().stream()
        .flatMap(s -> s.parts().months().stream())
        .filter(m -> m.month().equals(last))
        .toList();
  }

  private void loadHeat(Campaign campaign) {
    Map<String, School> schools = new HashMap<>();
    roster.schools().forEach(s -> schools.put(s.code(), s));
    List<HeatRow> rows =
        HeatRow.ofCentrals(campaign, all.schools(), schools, roster.centralNames(), months, text);
    page = PageNumber.of(request.getParameter("heat")).within(rows.size(), CENTRALS);
    heat =
        rows.subList(
            page.offset(CENTRALS), Math.min(rows.size(), page.offset(CENTRALS) + CENTRALS));
  }

  /** How many schools take part. */
  public int getSchools() {
    return all.schools().size();
  }

  /** How many of them pass the opening gate. */
  public long getPassing() {
    return all.schools().stream().filter(s -> s.parts().passesGate()).count();
  }

  /** Opening rate of all teachers, exact until shown. */
  public Rate getTeacherOpening() {
    return sum(s -> s.parts().teacherOpening());
  }

  /** Opening rate of all pupils, exact until shown. */
  public Rate getStudentOpening() {
    return sum(s -> s.parts().studentOpening());
  }

  private Rate sum(Function<SchoolOverview.School, Opening> opening) {
    return new Rate(
        all.schools().stream().map(opening).mapToLong(Opening::registered).sum(),
        all.schools().stream().map(opening).mapToLong(Opening::eligible).sum());
  }

  /** Whether a month of the pupils has begun. */
  public boolean isMonthThere() {
    return month.isPresent();
  }

  /** The pupils' participation in the newest month. */
  public HeatCell getMonth() {
    return month.orElseThrow();
  }

  /** The months that have begun, the oldest first. */
  public List<YearMonth> getMonths() {
    return months;
  }

  /** The central schools' participation. */
  public List<HeatRow> getHeat() {
    return heat;
  }

  /** Which page of them this is. */
  public PageNumber getPage() {
    return page;
  }

  /** The first ten by rank. */
  public List<RankedRow> getTop() {
    return ranked.stream().limit(ENDS).toList();
  }

  /** The last ten by rank, as far as they are not among the first. */
  public List<RankedRow> getBottom() {
    return ranked.subList(
        Math.max(Math.min(ENDS, ranked.size()), ranked.size() - ENDS), ranked.size());
  }

  /** The teachers' functions by week. */
  public FunctionTable getFunctions() {
    return functions;
  }

  /** Whether it is known how much comes from how few. */
  public boolean isConcentrated() {
    return concentration.isPresent();
  }

  /** How much comes from how few schools. */
  public Concentration getConcentration() {
    return concentration.orElseThrow();
  }

  /** That as a sentence. */
  public String getConcentrationWords() {
    Concentration c = concentration.orElseThrow();
    return text.filled(
        "concentration.conclusion",
        List.of(
            c.pointsOf(4).percent(),
            c.pointsOf(ENDS).percent(),
            c.places(),
            c.leadersOf(4).percent(),
            c.leadersOf(ENDS).percent()));
  }

  /** A school's share of all points, in per cent. */
  public String share(Concentration.Share school) {
    return new Rate(school.points(), concentration.orElseThrow().points()).percent();
  }

  /** When the course was made. */
  public String getCourseAsOf() {
    return courseAsOf;
  }

  /** When the numbers were computed. */
  public String getAsOf() {
    return asOf;
  }

  /** Actions not yet scored. */
  public long getPending() {
    return all.pending();
  }
}
