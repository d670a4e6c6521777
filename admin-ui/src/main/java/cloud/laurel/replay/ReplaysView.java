package cloud.laurel.replay;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The replays of the campaign that {@code /bureau/campaign} shows: proposals and self-checks. */
@Named("replays")
@RequestScoped
public class ReplaysView {

  @Inject private CampaignService campaigns;
  @Inject private ReplayService service;
  @Inject private HttpServletRequest request;
  @Inject private Texts text;

  private List<Line> lines = List.of();

  @PostConstruct
  void load() {
    lines =
        Optional.ofNullable(request.getParameter("code")).flatMap(campaigns::find).stream()
            .flatMap(campaign -> service.of(campaign).stream().map(r -> line(campaign, r)))
            .toList();
  }

  private Line line(Campaign campaign, Replay replay) {
    return new Line(
        replay.id(),
        replay.kind().name(),
        standing(replay),
        replay.percent(),
        text.number(replay.differences()),
        replay.note(),
        replay.startedBy(),
        text.time(replay.startedAt(), campaign.zone()));
  }

  /** How far a replay is; a check that is done is FINE or WRONG. */
  static String standing(Replay replay) {
    return replay.kind() == Replay.Kind.CHECK && replay.state() == Replay.State.DONE
        ? replay.differences() == 0 ? "FINE" : "WRONG"
        : replay.state().name();
  }

  /** The newest replays, the newest first. */
  public List<Line> getLines() {
    return lines;
  }

  /** A replay in the list. */
  public record Line(
      long id,
      String kind,
      String standing,
      int percent,
      String differences,
      String note,
      String by,
      String at) {}
}
