package cloud.laurel.campaign;

import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@code /bureau/campaigns}: the campaigns, and the rules of one of them as a table. */
@Named("campaigns")
@RequestScoped
public class CampaignsView {

  @Inject private CampaignService campaigns;
  @Inject private HttpServletRequest request;
  @Inject private Texts text;

  private List<Campaign> all = List.of();
  private Optional<Campaign> shown = Optional.empty();

  @PostConstruct
  void load() {
    all = campaigns.all();
    String code = request.getParameter("code");
    shown =
        all.stream()
            .filter(campaign -> Objects.equals(campaign.code(), code))
            .findFirst()
            .or(campaigns::current);
  }

  /** Every campaign, the newest first. */
  public List<Campaign> getAll() {
    return all;
  }

  /**
   * Where a campaign stands: its state, a running one by its window UPCOMING, RUNNING or OVER (not
   * closed yet).
   */
  public String stateOf(Campaign campaign) {
    LocalDate today = campaigns.today(campaign);
    return campaign.state() != Campaign.State.RUNNING
        ? campaign.state().name()
        : today.isBefore(campaign.from())
            ? "UPCOMING"
            : today.isAfter(campaign.to()) ? "OVER" : "RUNNING";
  }

  /** Whether there is one. */
  public boolean isKnown() {
    return shown.isPresent();
  }

  /** The one whose rules are shown. */
  public Campaign getShown() {
    return shown.orElseThrow();
  }

  /** Rules for administrators and teachers, in order. */
  public List<RuleRow> getRules() {
    return shown.stream().flatMap(c -> c.indicators().stream()).map(this::row).toList();
  }

  /** Rules for pupils: one line for each tier. */
  public List<TierRow> getTiers() {
    return shown.stream()
        .flatMap(c -> c.participation().stream())
        .flatMap(p -> p.tiers().stream().map(tier -> tier(p, tier)))
        .toList();
  }

  /** The opening gate in words, empty without one. */
  public String getGate() {
    return shown
        .flatMap(c -> c.newest().rules().gate())
        .map(
            gate -> text.of("campaigns.gateIs", percent(gate.teachers()), percent(gate.students())))
        .orElse("");
  }

  private RuleRow row(Indicator indicator) {
    return new RuleRow(
        text.of("role." + indicator.role()),
        indicator.group(),
        indicator.name(),
        indicator.actions().stream().sorted().map(a -> text.ofCode("type.", a)).toList(),
        indicator.points(),
        text.of("limit." + indicator.limit().per(), indicator.limit().count()),
        indicator.beneficiaries().contains(Indicator.Beneficiary.COUNTERPART));
  }

  private static TierRow tier(Participation participation, Participation.Tier tier) {
    return new TierRow(
        participation.name(),
        participation.alternatives().stream().map(Participation.Alternative::name).toList(),
        percent(tier.atLeast()),
        tier.points());
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString();
  }

  /** A line of the scoring table for administrators and teachers. */
  public record RuleRow(
      String role,
      String group,
      String name,
      List<String> actions,
      int points,
      String limit,
      boolean both) {}

  /** A line of the scoring table for pupils. */
  public record TierRow(String name, List<String> alternatives, String from, int points) {}
}
