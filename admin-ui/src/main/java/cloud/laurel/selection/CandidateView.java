package cloud.laurel.selection;

import cloud.laurel.appeal.AppealCaseService;
import cloud.laurel.appeal.AppealFilter;
import cloud.laurel.appeal.AppealOrder;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.result.SchoolResult;
import cloud.laurel.selection.Selection.State;
import cloud.laurel.signal.Signal;
import cloud.laurel.signal.SignalFilter;
import cloud.laurel.signal.SignalService;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code /bureau/candidate}: all that speaks for and against one candidate, and the decision. */
@Named("candidate")
@RequestScoped
public class CandidateView {

  @Inject private FrameView frame;
  @Inject private SelectionService selections;
  @Inject private SignalService signals;
  @Inject private AppealCaseService appeals;
  @Inject private Caller caller;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<HonourSelection> honour = Optional.empty();
  private Optional<SelectionRow> row = Optional.empty();
  private List<SchoolResult> schools = List.of();
  private boolean deciding;
  private long seen;
  private long appealed;

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    honour = selections.board(campaign, FormInput.text(request, "honour"), Map.of());
    row = honour.flatMap(h -> h.row(FormInput.text(request, "code")));
    deciding =
        honour.filter(h -> h.result().snapshot().isPresent()).isPresent()
            && selections.of(campaign).state() == State.DECIDING;
    row.ifPresent(r -> load(campaign, r.candidate()));
  }

  private void load(Campaign campaign, Candidate candidate) {
    schools =
        honour.orElseThrow().result().schools().stream()
            .filter(s -> belongs(s, candidate))
            .toList();
    if (!candidate.school().isEmpty()) {
      seen =
          signals
              .page(
                  campaign,
                  new SignalFilter(
                      Optional.empty(),
                      Optional.of(Signal.State.NEW),
                      candidate.school(),
                      SignalFilter.Column.SEVERITY,
                      true),
                  0,
                  1)
              .total();
      AppealFilter every = AppealFilter.of(campaign.id());
      appealed =
          appeals
              .page(
                  candidate.points().isPresent()
                      ? every.ofParty(candidate.code())
                      : every.only(
                          Optional.empty(), Optional.empty(), Optional.of(candidate.school())),
                  AppealOrder.NEWEST_FIRST,
                  0,
                  1)
              .total();
    }
  }

  private static boolean belongs(SchoolResult school, Candidate candidate) {
    return candidate.school().isEmpty()
        ? school.central().filter(c -> c.code().equals(candidate.code())).isPresent()
        : school.code().equals(candidate.school());
  }

  /** Whether there is such a candidate. */
  public boolean isKnown() {
    return row.isPresent();
  }

  /** The honour. */
  public HonourSelection getHonour() {
    return honour.orElseThrow();
  }

  /** The candidate with what was computed and decided. */
  public SelectionLine getLine() {
    return SelectionLine.of(row.orElseThrow(), text);
  }

  /** What reviewers thought. */
  public List<Review> getReviews() {
    return row.orElseThrow().marks().reviews();
  }

  /** The marks that can be given. */
  public List<Integer> getMarks() {
    return IntStream.rangeClosed(Review.LOWEST, Review.HIGHEST).boxed().toList();
  }

  /** What this officer thought before; 0 for nothing. */
  public int getOwnMark() {
    return own().map(Review::mark).orElse(0);
  }

  /** The same in words. */
  public String getOwnRemark() {
    return own().map(Review::remark).orElse("");
  }

  private Optional<Review> own() {
    String me = caller.name().orElse("");
    return getReviews().stream().filter(r -> r.reviewer().equals(me)).findFirst();
  }

  /** The candidate's school; the schools of a central school. */
  public List<SchoolResult> getSchools() {
    return schools;
  }

  /** Whether it is about a person. */
  public boolean isPerson() {
    return row.flatMap(r -> r.candidate().points()).isPresent();
  }

  /** Code of the school; empty for a central school. */
  public String getSchool() {
    return URLEncoder.encode(row.orElseThrow().candidate().school(), StandardCharsets.UTF_8);
  }

  /** The candidate's code as part of an address. */
  public String getCodeParameter() {
    return URLEncoder.encode(row.orElseThrow().candidate().code(), StandardCharsets.UTF_8);
  }

  /** Signals about the school that nobody has looked at. */
  public long getSignals() {
    return seen;
  }

  /** Appeals by or about the candidate. */
  public long getAppeals() {
    return appealed;
  }

  /** Whether something can be decided now. */
  public boolean isDeciding() {
    return deciding;
  }

  /** Back to the list. */
  public String getList() {
    return frame.link(
        "/bureau/selection?honour="
            + URLEncoder.encode(FormInput.text(request, "honour"), StandardCharsets.UTF_8));
  }
}
