package cloud.laurel.selection;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.selection.Selection.State;
import cloud.laurel.standing.Rate;
import cloud.laurel.standing.Snapshot;
import cloud.laurel.standing.SnapshotService;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /bureau/selection}: candidates, places, ties and decisions of a campaign's honours. */
@Named("selection")
@RequestScoped
public class SelectionView {

  private static final int SIZE = 50;
  private static final int LEADING = 4;
  private static final int MOST_TIED = 100;

  @Inject private FrameView frame;
  @Inject private SelectionService selections;
  @Inject private SnapshotService snapshots;
  @Inject private Caller caller;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private SelectionQuery query = SelectionQuery.ALL;
  private Selection state = Selection.NEW;
  private List<HonourTab> tabs = List.of();
  private Optional<HonourSelection> shown = Optional.empty();
  private List<SelectionLine> rows = List.of();
  private List<SelectionStep> history = List.of();
  private List<Snapshot> taken = List.of();
  private Optional<Confirmed> confirmed = Optional.empty();
  private PageNumber page = PageNumber.FIRST;

  @PostConstruct
  void load() {
    query = SelectionQuery.of(request, frame.getChosen());
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    state = selections.of(campaign);
    List<HonourSelection> all = selections.board(campaign, query.whatIf());
    shown =
        all.stream()
            .filter(h -> h.honour().code().equals(query.honour()))
            .findFirst()
            .or(() -> all.stream().findFirst());
    tabs = all.stream().map(h -> tab(h, shown.filter(a -> a == h).isPresent())).toList();
    List<SelectionRow> selected = shown.map(query::select).orElse(List.of());
    page = query.page().within(selected.size(), SIZE);
    rows =
        selected.stream()
            .skip(page.offset(SIZE))
            .limit(SIZE)
            .map(r -> SelectionLine.of(r, text))
            .toList();
    history =
        selections.events(campaign).stream()
            .map(e -> SelectionStep.of(e, campaign, all, text))
            .toList();
    taken = snapshots.of(campaign).stream().filter(Snapshot::whole).toList();
    confirmed = selections.confirmed(campaign);
  }

  private HonourTab tab(HonourSelection selection, boolean current) {
    String code = selection.honour().code();
    return new HonourTab(
        code,
        selection.honour().name(),
        selection.decided().size(),
        selection.scheme().places(),
        selection.tied().size(),
        current,
        frame.link("/bureau/selection?honour=" + URLEncoder.encode(code, StandardCharsets.UTF_8)));
  }

  /** What the address asks for. */
  public SelectionQuery getQuery() {
    return query;
  }

  /** The campaign's honours. */
  public List<HonourTab> getTabs() {
    return tabs;
  }

  /** Whether the campaign has an honour to show. */
  public boolean isKnown() {
    return shown.isPresent();
  }

  /** The honour that is shown. */
  public HonourSelection getShown() {
    return shown.orElseThrow();
  }

  /** The scheme by which places are shown. */
  public Scheme getScheme() {
    return getShown().scheme();
  }

  /** The candidates of this page. */
  public List<SelectionLine> getRows() {
    return rows;
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** Where computed and decided list differ. */
  public List<SelectionLine> getChanged() {
    return lines(getShown().changed().stream());
  }

  /** Those of a tie across the cut, as many as one can choose among. */
  public List<SelectionLine> getTied() {
    return lines(tied().limit(MOST_TIED));
  }

  /** How many are tied across the cut. */
  public long getTiedCount() {
    return tied().count();
  }

  /** Whether nobody can choose among so many: other places are needed. */
  public boolean isTieTooLarge() {
    return getTiedCount() > MOST_TIED;
  }

  private Stream<SelectionRow> tied() {
    return getShown().rows().stream().filter(r -> r.outcome() == Outcome.TIED);
  }

  private List<SelectionLine> lines(Stream<SelectionRow> some) {
    return some.map(r -> SelectionLine.of(r, text)).toList();
  }

  /** Whether people are honoured, not schools. */
  public boolean isOfPeople() {
    return getShown().rows().stream().anyMatch(r -> r.candidate().points().isPresent());
  }

  /** Whether reviewers judge beside the numbers. */
  public boolean isReviewed() {
    return !getShown().honour().review().isEmpty();
  }

  /** The share of the decided places that four schools have. */
  public Rate getConcentration() {
    return getShown().concentration(LEADING);
  }

  /** Schools with the most places. */
  public List<Share> getSchools() {
    return getShown().bySchool().stream().limit(10).toList();
  }

  /** Whether officers can change something now. */
  public boolean isDeciding() {
    return isFrozen() && state.state() == State.DECIDING;
  }

  /** Whether the figures are frozen. */
  public boolean isFrozen() {
    return shown.flatMap(s -> s.result().snapshot()).isPresent();
  }

  /** Whether the campaign is over, but was closed before results were frozen. */
  public boolean isUnfrozen() {
    return !isFrozen() && frame.campaign().filter(c -> c.state().isSettled()).isPresent();
  }

  /** Where the selection stands. */
  public Selection getState() {
    return state;
  }

  /** Whether this officer may confirm: another one has submitted. */
  public boolean isMine() {
    return state.submittedBy().equals(caller.name().orElse(""));
  }

  /** Whether what was submitted or confirmed rests on an older snapshot than the newest. */
  public boolean isOutdated() {
    return state.snapshot().isPresent()
        && !shown.flatMap(s -> s.result().snapshot()).map(Snapshot::id).equals(state.snapshot());
  }

  /** Whether no tie waits. */
  public boolean isSettled() {
    return tabs.stream().allMatch(t -> t.ties() == 0);
  }

  /** What holds, once confirmed. */
  public Optional<Confirmed> getConfirmed() {
    return confirmed;
  }

  /** What was done, the newest first. */
  public List<SelectionStep> getHistory() {
    return history;
  }

  /** The snapshots, the newest first. */
  public List<Snapshot> getSnapshots() {
    return taken;
  }

  /** A moment in the campaign's zone. */
  public String time(Instant at) {
    return frame.campaign().map(c -> text.time(at, c.zone())).orElse("");
  }
}
