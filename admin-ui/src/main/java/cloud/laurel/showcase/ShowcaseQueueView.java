package cloud.laurel.showcase;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** {@code /bureau/showcase}: the cases of all schools, those first that wait for the bureau. */
@Named("showcaseQueue")
@RequestScoped
public class ShowcaseQueueView {

  private static final int SIZE = 20;

  @Inject private FrameView frame;
  @Inject private CampaignService campaigns;
  @Inject private ShowcaseService showcases;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private QueueQuery query = QueueQuery.START;
  private List<String> themes = List.of();
  private List<ShowcaseRow> rows = List.of();
  private PageNumber page = PageNumber.FIRST;

  @PostConstruct
  void load() {
    query = QueueQuery.of(request);
    themes = showcases.themes();
    ShowcaseFilter filter =
        query.filter(frame.campaign().filter(c -> !frame.getChosen().isEmpty()).map(Campaign::id));
    ShowcasePage found = showcases.list(filter, query.page().offset(SIZE), SIZE);
    page = query.page().within(found.total(), SIZE);
    rows =
        ShowcaseRow.of(
            found.rows(),
            campaigns.all(),
            request.getContextPath() + "/bureau/showcase/picture",
            text);
  }

  /** What the address asks for. */
  public QueueQuery getQuery() {
    return query;
  }

  /** The states that can be filtered by. */
  public List<String> getStates() {
    return QueueQuery.STATES;
  }

  /** The themes that can be filtered by; the first is all. */
  public List<String> getThemes() {
    return ShowcaseView.withAll(themes);
  }

  /** The cases of this page. */
  public List<ShowcaseRow> getRows() {
    return rows;
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** The address of another page of the same cases. */
  public String onPage(int number) {
    return frame.link("/bureau/showcase" + query.onPage(number));
  }
}
