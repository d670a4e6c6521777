package cloud.laurel.replay;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.scoring.Difference;
import cloud.laurel.standing.StandingDiff;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /bureau/replay}: how far a replay is, what it found, and what can be done with it. */
@Named("replay")
@RequestScoped
public class ReplayView {

  private static final int MOST_DIFFERENCES = 200;

  @Inject private CampaignService campaigns;
  @Inject private ReplayService service;
  @Inject private HttpServletRequest request;
  @Inject private Texts text;

  private Optional<Campaign> campaign = Optional.empty();
  private Optional<Replay> shown = Optional.empty();
  private StandingDiff diff = new StandingDiff(List.of(), 0, List.of(), List.of(), List.of());
  private List<Difference> differences = List.of();

  @PostConstruct
  void load() {
    campaign = Optional.ofNullable(request.getParameter("code")).flatMap(campaigns::find);
    shown = id().flatMap(id -> campaign.flatMap(c -> service.find(c, id)));
    if (isComputed()) {
      diff = service.diff(getCampaign(), getShown());
    }
    differences =
        shown
            .filter(r -> r.kind() == Replay.Kind.CHECK)
            .map(r -> service.differences(r, 0, MOST_DIFFERENCES))
            .orElse(List.of());
  }

  private Optional<Long> id() {
    return Optional.ofNullable(request.getParameter("id"))
        .filter(id -> id.matches("\\d{1,18}"))
        .map(Long::valueOf);
  }

  /** Whether the address names a replay. */
  public boolean isKnown() {
    return shown.isPresent();
  }

  /** The campaign. */
  public Campaign getCampaign() {
    return campaign.orElseThrow();
  }

  /** The replay. */
  public Replay getShown() {
    return shown.orElseThrow();
  }

  /** Whether it tries a proposal. */
  public boolean isProposal() {
    return getShown().kind() == Replay.Kind.PROPOSAL;
  }

  /** Whether it is still being computed. */
  public boolean isRunning() {
    return getShown().state() == Replay.State.RUNNING;
  }

  /** Whether it was stopped and can go on. */
  public boolean isStopped() {
    return getShown().state() == Replay.State.CANCELLED;
  }

  /** Whether a proposal is computed and can be published. */
  public boolean isComputed() {
    return isKnown() && isProposal() && getShown().state() == Replay.State.DONE;
  }

  /** Whether a proposal can be given up. */
  public boolean isDiscardable() {
    return isProposal() && getShown().isOpen();
  }

  /** How far it is, as {@link ReplaysView} says it. */
  public String getStanding() {
    return ReplaysView.standing(getShown());
  }

  /** How much is done, in words. */
  public String getProgress() {
    return text.of(
        "replay.progress",
        getShown().percent(),
        text.number(getShown().done()),
        text.number(getShown().total()));
  }

  /** When it was started. */
  public String getStartedAt() {
    return text.time(getShown().startedAt(), getCampaign().zone());
  }

  /** What the proposal would change. */
  public StandingDiff getDiff() {
    return diff;
  }

  /** Who gains most, then who loses most. */
  public List<StandingDiff.PersonChange> getPeople() {
    return Stream.concat(diff.gainers().stream(), diff.losers().stream()).toList();
  }

  /** The honours whose places would change. */
  public List<StandingDiff.HonourChange> getHonours() {
    return diff.honours().stream()
        .filter(h -> !h.entering().isEmpty() || !h.leaving().isEmpty())
        .toList();
  }

  /** What a check found, at most 200 rows. */
  public List<Difference> getDifferences() {
    return differences;
  }

  /** Why what was just asked for was not done, in words; empty otherwise. */
  public String getRefused() {
    String key = "replay.refused." + request.getParameter("refused");
    return text.has(key) ? text.of(key) : "";
  }

  /** A number with its sign, for what somebody gains or loses. */
  public String signed(long gain) {
    return (gain > 0 ? "+" : "") + text.number(gain);
  }
}
