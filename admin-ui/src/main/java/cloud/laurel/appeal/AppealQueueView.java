package cloud.laurel.appeal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
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

/** {@code /bureau/appeals}: what waits for an answer, due first. */
@Named("appealQueue")
@RequestScoped
public class AppealQueueView {

  private static final int SIZE = 20;

  @Inject private FrameView frame;
  @Inject private CampaignService campaigns;
  @Inject private RosterService roster;
  @Inject private AppealCaseService cases;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private AppealQuery query = AppealQuery.OPEN;
  private PageNumber page = PageNumber.FIRST;
  private List<AppealRow> rows = List.of();
  private long overdue;

  @PostConstruct
  void load() {
    query = AppealQuery.of(request, frame.getChosen());
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    AppealPage found =
        cases.page(
            query.filter(campaign.id(), roster), query.order(), query.page().offset(SIZE), SIZE);
    page = query.page().within(found.total(), SIZE);
    overdue = cases.overdue(campaign);
    rows =
        found.rows().stream()
            .map(row -> AppealRow.of(campaign, row, campaigns.today(campaign), text))
            .toList();
  }

  /** What the address asks for. */
  public AppealQuery getQuery() {
    return query;
  }

  /** The appeals of this page. */
  public List<AppealRow> getRows() {
    return rows;
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** How many open appeals are past their time limit. */
  public long getOverdue() {
    return overdue;
  }
}
