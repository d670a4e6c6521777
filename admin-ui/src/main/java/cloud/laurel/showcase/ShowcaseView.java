package cloud.laurel.showcase;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /showcase}: the published cases, for everybody. */
@Named("showcase")
@RequestScoped
public class ShowcaseView {

  private static final int SIZE = 12;

  @Inject private CampaignService campaigns;
  @Inject private ShowcaseService showcases;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private ShowcaseQuery query = ShowcaseQuery.ALL;
  private List<String> themes = List.of();
  private List<Campaign> offered = List.of();
  private List<ShowcaseRow> rows = List.of();
  private PageNumber page = PageNumber.FIRST;

  @PostConstruct
  void load() {
    query = ShowcaseQuery.of(request);
    themes = showcases.themes();
    List<Campaign> all = campaigns.all();
    Set<Integer> shown = showcases.publishedCampaigns();
    offered = all.stream().filter(c -> shown.contains(c.id())).toList();
    ShowcasePage found = showcases.list(query.filter(wanted()), query.page().offset(SIZE), SIZE);
    page = query.page().within(found.total(), SIZE);
    rows = ShowcaseRow.of(found.rows(), all, request.getContextPath() + "/showcase/picture", text);
  }

  /** A campaign of which nothing is published counts as not given. */
  private Optional<Integer> wanted() {
    return offered.stream()
        .filter(c -> c.code().equals(query.campaign()))
        .map(Campaign::id)
        .findFirst();
  }

  static List<String> withAll(List<String> codes) {
    return Stream.concat(Stream.of(""), codes.stream()).toList();
  }

  /** What the address asks for. */
  public ShowcaseQuery getQuery() {
    return query;
  }

  /** The themes that can be filtered by; the first is all. */
  public List<String> getThemes() {
    return withAll(themes);
  }

  /** The campaigns of which something is published, the newest first. */
  public List<Campaign> getCampaigns() {
    return offered;
  }

  /** The cases of this page. */
  public List<ShowcaseRow> getRows() {
    return rows;
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }
}
