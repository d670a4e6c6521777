package cloud.laurel.appeal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.Role;
import cloud.laurel.standing.PeopleOrder;
import cloud.laurel.standing.PeoplePage;
import cloud.laurel.standing.StandingService;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /school/appeals}: what a school's administrators filed for their people. */
@Named("schoolAppeals")
@RequestScoped
public class SchoolAppealsView {

  private static final int SIZE = 20;
  private static final int PEOPLE = 200;

  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private CampaignService campaigns;
  @Inject private AppealCaseService cases;
  @Inject private StandingService standings;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private boolean known;
  private PageNumber page = PageNumber.FIRST;
  private List<AppealRow> rows = List.of();
  private List<PeoplePage.Row> people = List.of();

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    List<String> schools = caller.administeredSchools(campaign);
    known = !schools.isEmpty();
    PageNumber wanted = PageNumber.of(request.getParameter("page"));
    AppealPage found =
        cases.page(
            AppealFilter.of(campaign.id()).filedBy(schools),
            AppealOrder.NEWEST_FIRST,
            wanted.offset(SIZE),
            SIZE);
    page = wanted.within(found.total(), SIZE);
    rows =
        found.rows().stream()
            .map(row -> AppealRow.of(campaign, row, campaigns.today(campaign), text))
            .toList();
    people =
        schools.stream()
            .flatMap(
                school ->
                    List.of(Role.TEACHER, Role.ADMINISTRATOR).stream()
                        .flatMap(role -> people(campaign, school, role).stream()))
            .collect(
                Collectors.toMap(
                    PeoplePage.Row::account, row -> row, (once, again) -> once, LinkedHashMap::new))
            .values()
            .stream()
            .toList();
  }

  private List<PeoplePage.Row> people(Campaign campaign, String school, Role role) {
    PeopleOrder byName = new PeopleOrder(PeopleOrder.Column.NAME, false);
    List<PeoplePage.Row> found = new ArrayList<>();
    PeoplePage next;
    do {
      next = standings.people(campaign, school, role, byName, found.size(), PEOPLE);
      found.addAll(next.rows());
    } while (next.rows().size() == PEOPLE);
    return found;
  }

  /** Whether the caller administers a school today. */
  public boolean isKnown() {
    return known;
  }

  /** The cases of this page, newest first. */
  public List<AppealRow> getRows() {
    return rows;
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** Whom the caller may file for. */
  public List<PeoplePage.Row> getPeople() {
    return people;
  }
}
