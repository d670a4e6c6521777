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

/** {@code /bureau/standings}: all schools, filtered, sorted and paged by the address. */
@Named("standings")
@RequestScoped
public class StandingsView {

  private static final int SIZE = 20;

  @Inject private FrameView frame;
  @Inject private StandingService standings;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private StandingsQuery query = StandingsQuery.ALL;
  private PageNumber page = PageNumber.FIRST;
  private List<SchoolStandings.Row> rows = List.of();
  private String asOf = "";
  private long pending;

  @PostConstruct
  void load() {
    query = StandingsQuery.of(request);
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    SchoolStandings all = standings.board(campaign).standings();
    List<SchoolStandings.Row> selected = query.select(all.rows());
    page = query.page().within(selected.size(), SIZE);
    rows = selected.subList(page.offset(SIZE), Math.min(selected.size(), page.offset(SIZE) + SIZE));
    asOf = text.seconds(all.asOf(), campaign.zone());
    pending = all.pending();
  }

  /** What the address asks for. */
  public StandingsQuery getQuery() {
    return query;
  }

  /** The schools of this page. */
  public List<SchoolStandings.Row> getRows() {
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
