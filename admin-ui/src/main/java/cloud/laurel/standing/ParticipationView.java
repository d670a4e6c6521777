package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** {@code /bureau/participation}: pupils' participation, school by month. */
@Named("participation")
@RequestScoped
public class ParticipationView {

  private static final int SIZE = 20;

  @Inject private FrameView frame;
  @Inject private StandingService standings;
  @Inject private CentralSchools centrals;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private ParticipationQuery query = ParticipationQuery.ALL;
  private PageNumber page = PageNumber.FIRST;
  private List<HeatRow> rows = List.of();
  private List<String> months = List.of();
  private String asOf = "";
  private long pending;

  @PostConstruct
  void load() {
    query = ParticipationQuery.of(request);
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    SchoolOverview board = standings.board(campaign);
    List<HeatRow> all =
        board.schools().stream().map(school -> HeatRow.of(campaign, school)).toList();
    months =
        all.stream().findFirst().map(HeatRow::cells).orElse(List.of()).stream()
            .map(cell -> cell.month().toString())
            .toList();
    List<HeatRow> selected = query.select(all, centrals.bySchool());
    page = query.page().within(selected.size(), SIZE);
    rows = selected.subList(page.offset(SIZE), Math.min(selected.size(), page.offset(SIZE) + SIZE));
    asOf = text.seconds(board.asOf(), campaign.zone());
    pending = board.pending();
  }

  /** What the address asks for. */
  public ParticipationQuery getQuery() {
    return query;
  }

  /** The schools of this page. */
  public List<HeatRow> getRows() {
    return rows;
  }

  /** The months that have begun, oldest first. */
  public List<String> getMonths() {
    return months;
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
