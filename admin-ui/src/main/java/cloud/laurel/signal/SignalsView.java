package cloud.laurel.signal;

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
import java.util.stream.Collectors;

/** {@code /bureau/signals}: a campaign's signals, filtered, sorted and paged by the address. */
@Named("signals")
@RequestScoped
public class SignalsView {

  private static final int SIZE = 20;

  @Inject private FrameView frame;
  @Inject private SignalService signals;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private SignalsQuery query = SignalsQuery.ALL;
  private PageNumber page = PageNumber.FIRST;
  private List<SignalRow> rows = List.of();
  private List<KindCount> counts = List.of();
  private Watch watch = Watch.NEVER;
  private String watchedAt = "";
  private boolean watchable;

  @PostConstruct
  void load() {
    query = SignalsQuery.of(request, frame.getChosen());
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    SignalPage found = read(campaign, query.page());
    page = query.page().within(found.total(), SIZE);
    if (page.number() != query.page().number()) {
      found = read(campaign, page);
    }
    rows = found.rows().stream().map(signal -> SignalRow.of(signal, text)).toList();
    counts = signals.counts(campaign);
    watch = signals.lastWatch(campaign);
    watchedAt = watch.finishedAt().map(at -> text.seconds(at, campaign.zone())).orElse("");
    watchable = campaign.state() == Campaign.State.RUNNING;
  }

  private SignalPage read(Campaign campaign, PageNumber number) {
    return signals.page(campaign, query.filter(), number.offset(SIZE), SIZE);
  }

  /** What the address asks for. */
  public SignalsQuery getQuery() {
    return query;
  }

  /** The signals of this page. */
  public List<SignalRow> getRows() {
    return rows;
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** How many signals of each kind there are. */
  public List<KindCount> getCounts() {
    return counts;
  }

  /** How many there are of all kinds. */
  public KindCount getAll() {
    return new KindCount(
        Kind.values()[0],
        counts.stream().mapToLong(KindCount::all).sum(),
        counts.stream().mapToLong(KindCount::fresh).sum());
  }

  /** Whether a look is wanted or under way. */
  public boolean isUnderWay() {
    return watch.asked() || watch.running();
  }

  /** When the last look ended, empty before the first. */
  public String getWatchedAt() {
    return watchedAt;
  }

  /** What the last look could not look for, in words; empty when it could everything. */
  public String getFailed() {
    return watch.failed().stream()
        .map(kind -> text.of("signals.kind." + kind))
        .collect(Collectors.joining(text.of("signals.comma")));
  }

  /** Whether the campaign still runs, so that it can be looked at now. */
  public boolean isWatchable() {
    return watchable;
  }

  /** The columns that can be sorted by, in order. */
  public List<SignalFilter.Column> getColumns() {
    return List.of(SignalFilter.Column.values());
  }
}
