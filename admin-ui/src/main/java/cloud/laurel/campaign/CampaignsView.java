package cloud.laurel.campaign;

import cloud.laurel.campaign.ProblemWords.Said;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code /bureau/campaigns}: every campaign, and the ways to a new one. */
@Named("campaigns")
@RequestScoped
public class CampaignsView {

  @Inject private CampaignService campaigns;
  @Inject private HttpServletRequest request;
  @Inject private Texts text;

  private List<Row> rows = List.of();
  private List<Said> problems = List.of();
  private Optional<Campaign> nearest = Optional.empty();

  @PostConstruct
  void load() {
    List<Campaign> all = campaigns.all();
    rows = all.stream().map(this::row).toList();
    nearest = all.stream().findFirst();
    if (request.getAttribute(NewCampaignServlet.REFUSED) instanceof NewCampaignServlet.Refused r) {
      problems = ProblemWords.of(text, r.json()).say(r.problems());
    }
  }

  private Row row(Campaign campaign) {
    LocalDate today = campaigns.today(campaign);
    return new Row(
        campaign.code(),
        campaign.title(),
        campaign.from().toString(),
        campaign.to().toString(),
        standing(campaign, today),
        campaign.phases().stream()
            .filter(p -> p.from().map(from -> !today.isBefore(from)).orElse(true))
            .filter(p -> p.to().map(to -> !today.isAfter(to)).orElse(true))
            .map(Rules.Phase::name)
            .toList(),
        campaign.indicators().size() + campaign.participation().size(),
        campaign.newest().number());
  }

  /**
   * Where a campaign stands: its state, a running one by its window UPCOMING, RUNNING or OVER (not
   * closed yet).
   */
  static String standing(Campaign campaign, LocalDate today) {
    return campaign.state() != Campaign.State.RUNNING
        ? campaign.state().name()
        : today.isBefore(campaign.from())
            ? "UPCOMING"
            : today.isAfter(campaign.to()) ? "OVER" : "RUNNING";
  }

  /** Every campaign, the newest first. */
  public List<Row> getRows() {
    return rows;
  }

  /** What was wrong with the campaign that was just to be made, empty otherwise. */
  public List<Said> getProblems() {
    return problems;
  }

  /** What was just done, empty otherwise: deleted, or why a file could not be read. */
  public String getNote() {
    String note = Optional.ofNullable(request.getParameter("note")).orElse("");
    return text.has("campaigns.note." + note) ? text.of("campaigns.note." + note) : "";
  }

  /** The campaign that a copy is offered of first, empty without one. */
  public String getNearest() {
    return nearest.map(Campaign::code).orElse("");
  }

  /**
   * A campaign in the list.
   *
   * @param phases the names of today's
   * @param lines how many lines its scoring table has
   * @param version number of its newest rules
   */
  public record Row(
      String code,
      String title,
      String from,
      String to,
      String standing,
      List<String> phases,
      int lines,
      int version) {}
}
