package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.roster.Person;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code /my/ledger}: every action of the person who is signed in, with its verdict. */
@Named("ledger")
@RequestScoped
public class LedgerView {

  private static final int SIZE = 20;

  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private CampaignService campaigns;
  @Inject private StandingService standings;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private boolean known;
  private Optional<LedgerFilter> filter = Optional.empty();
  private PageNumber page = PageNumber.FIRST;
  private List<LedgerRow> rows = List.of();
  private String asOf = "";

  @PostConstruct
  void load() {
    frame
        .campaign()
        .ifPresent(campaign -> caller.person().ifPresent(person -> load(campaign, person)));
  }

  private void load(Campaign campaign, Person person) {
    known = true;
    filter = Optional.of(LedgerFilter.of(request, campaign, frame.getChosen()));
    PageNumber wanted = getFilter().page();
    LedgerPage found =
        standings.ledger(
            campaign, person.account(), getFilter().query(), wanted.offset(SIZE), SIZE);
    page = wanted.within(found.total(), SIZE);
    LocalDate today = campaigns.today(campaign);
    rows = found.rows().stream().map(row -> LedgerRow.of(campaign, row, today, text)).toList();
    asOf = text.seconds(found.asOf(), campaign.zone());
  }

  /** Whether the caller is on the roster of a campaign that is there. */
  public boolean isKnown() {
    return known;
  }

  /** The lines of this page, newest first. */
  public List<LedgerRow> getRows() {
    return rows;
  }

  /** What the address asks for. */
  public LedgerFilter getFilter() {
    return filter.orElseThrow();
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** When it was read. */
  public String getAsOf() {
    return asOf;
  }
}
