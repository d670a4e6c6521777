package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.standing.RankedBy;
import cloud.laurel.standing.SchoolStandings;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** {@code /bureau/standings}: all schools, filtered, sorted and paged by the address. */
@Named("standings")
@RequestScoped
public class StandingsView {

  private static final int SIZE = 20;

  @Inject private FrameView frame;
  @Inject private BoardReader boards;
  @Inject private CampaignService campaigns;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private StandingsQuery query = StandingsQuery.ALL;
  private PageNumber page = PageNumber.FIRST;
  private List<RankedRow> rows = List.of();
  private boolean known;
  private LocalDate first = LocalDate.EPOCH;
  private LocalDate last = LocalDate.EPOCH;
  private String asOf = "";
  private long pending;

  @PostConstruct
  void load() {
    query = StandingsQuery.of(request);
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    first = campaign.from();
    last = campaign.referenceDay(campaigns.today(campaign).minusDays(1));
    boards.read(campaign, query).ifPresent(board -> load(campaign, board));
  }

  private void load(Campaign campaign, BoardReader.Board board) {
    known = true;
    List<SchoolStandings.Row> selected = query.select(board.rows());
    page = query.page().within(selected.size(), SIZE);
    rows =
        RankedRow.of(
            selected.subList(
                page.offset(SIZE), Math.min(selected.size(), page.offset(SIZE) + SIZE)),
            board.movement(),
            text);
    asOf = text.seconds(board.asOf(), campaign.zone());
    pending = board.pending();
  }

  /** Whether there are standings of the day that the address asks for. */
  public boolean isKnown() {
    return known;
  }

  /** The first day that can be asked for. */
  public String getFirst() {
    return first.toString();
  }

  /** The last day that can be asked for. */
  public String getLast() {
    return last.toString();
  }

  /** The day that the address asks for, empty for now. */
  public String getDay() {
    return query.day().map(LocalDate::toString).orElse("");
  }

  /** The boards in order. */
  public List<String> getBoards() {
    return Arrays.stream(RankedBy.values()).map(Enum::name).toList();
  }

  /** What the address asks for. */
  public StandingsQuery getQuery() {
    return query;
  }

  /** The schools of this page. */
  public List<RankedRow> getRows() {
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

  /** The columns in order. */
  public List<String> getColumns() {
    return List.of(
        "rank",
        "name",
        "score",
        "administrators",
        "teachers",
        "students",
        "teacherOpening",
        "studentOpening");
  }
}
