package cloud.laurel.campaign;

import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code /bureau/campaign}: one campaign, what it allows now, and what was done to it. */
@Named("campaign")
@RequestScoped
public class CampaignView {

  @Inject private CampaignService campaigns;
  @Inject private InstantSource clock;
  @Inject private HttpServletRequest request;
  @Inject private Texts text;

  private Optional<Campaign> shown = Optional.empty();
  private List<Event> history = List.of();
  private List<Month> months = List.of();

  @PostConstruct
  void load() {
    shown = Optional.ofNullable(request.getParameter("code")).flatMap(campaigns::find);
    history = shown.stream().flatMap(c -> campaigns.history(c).stream()).map(this::event).toList();
    months =
        shown.stream()
            .filter(c -> c.state() != Campaign.State.DRAFT && !c.participation().isEmpty())
            .flatMap(c -> c.monthsBegun(campaigns.today(c)).stream())
            .sorted(Comparator.reverseOrder())
            .map(this::month)
            .toList();
  }

  private Event event(CampaignEvent event) {
    String what =
        event.subject().isEmpty()
            ? text.of("campaign.event." + event.kind())
            : text.of("campaign.event." + event.kind(), event.subject());
    return new Event(text.time(event.at(), getShown().zone()), what, event.by(), event.reason());
  }

  private Month month(YearMonth month) {
    Campaign campaign = getShown();
    Optional<Instant> closesAt = MonthRule.closesAt(campaign, month);
    boolean over = campaigns.today(campaign).isAfter(month.atEndOfMonth());
    boolean closed =
        campaign.state().isSettled()
            || closesAt.filter(c -> !clock.instant().isBefore(c)).isPresent();
    return new Month(
        month.toString(),
        closed ? "CLOSED" : over ? "PROVISIONAL" : "OPEN",
        closed
            ? ""
            : closesAt
                .map(c -> text.time(c, campaign.zone()))
                .map(at -> text.of("campaign.month.closes", at))
                .orElse(text.of("campaign.month.stays")),
        isRunning() && (closed || over));
  }

  /** Whether the address names a campaign. */
  public boolean isKnown() {
    return shown.isPresent();
  }

  /** The campaign. */
  public Campaign getShown() {
    return shown.orElseThrow();
  }

  /** Whether it is being written. */
  public boolean isDraft() {
    return getShown().state() == Campaign.State.DRAFT;
  }

  /** Whether it judges actions. */
  public boolean isRunning() {
    return getShown().state() == Campaign.State.RUNNING;
  }

  /** As {@link CampaignsView} has it in its list. */
  public String getStanding() {
    return CampaignsView.standing(getShown(), today());
  }

  /** What can be done with it now. */
  public List<CampaignStep> getSteps() {
    return CampaignStep.at(getShown().state());
  }

  /** Its stretches of time. */
  public TimeLine getTimeLine() {
    return TimeLine.of(getShown(), today());
  }

  /** Its present day. */
  public LocalDate today() {
    return campaigns.today(getShown());
  }

  /** Its rules as people read them. */
  public RulesTable getRules() {
    return RulesTable.of(getShown().newest().rules(), text);
  }

  /** The pupils' months that have begun, the newest first; empty for a draft. */
  public List<Month> getMonths() {
    return months;
  }

  /** The versions of its rules, the newest first. */
  public List<Version> getVersions() {
    return getShown().versions().stream()
        .sorted(Comparator.comparing(RuleVersion::number).reversed())
        .map(
            v ->
                new Version(
                    v.number(),
                    v.validFrom().toString(),
                    v.note(),
                    v.by(),
                    text.time(v.publishedAt(), getShown().zone())))
        .toList();
  }

  /** What was done to it, the newest first. */
  public List<Event> getHistory() {
    return history;
  }

  /** What was just done, in words; empty otherwise. */
  public String getDone() {
    return note("campaign.done.", "done");
  }

  /** Why what was just asked for was not done, in words; empty otherwise. */
  public String getRefused() {
    return note("campaign.refused.", "refused");
  }

  private String note(String prefix, String parameter) {
    String key = prefix + request.getParameter(parameter);
    return text.has(key) ? text.of(key) : "";
  }

  /**
   * A month of the pupils.
   *
   * @param standing OPEN, PROVISIONAL or CLOSED
   * @param note when it closes by itself
   * @param decidable whether an officer can close or reopen it now
   */
  public record Month(String month, String standing, String note, boolean decidable) {}

  /** A version of the rules. */
  public record Version(int number, String validFrom, String note, String by, String at) {}

  /** Something that was done. */
  public record Event(String at, String what, String by, String reason) {}
}
