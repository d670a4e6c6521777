package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.Role;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /bureau/account}: one person's points by indicator and the whole ledger, for the bureau.
 */
@Named("account")
@RequestScoped
public class AccountView {

  private static final int SIZE = 20;

  @Inject private FrameView frame;
  @Inject private CampaignService campaigns;
  @Inject private StandingService standings;
  @Inject private RosterService roster;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<PersonStanding> standing = Optional.empty();
  private List<InRole> roles = List.of();
  private Optional<LedgerFilter> filter = Optional.empty();
  private LocalDate today = LocalDate.EPOCH;
  private PageNumber page = PageNumber.FIRST;
  private List<LedgerRow> ledger = List.of();
  private String asOf = "";

  @PostConstruct
  void load() {
    String account = Optional.ofNullable(request.getParameter("code")).orElse("");
    frame.campaign().ifPresent(campaign -> load(campaign, account));
  }

  private void load(Campaign campaign, String account) {
    standing =
        standings
            .person(campaign, account)
            // Pupils are counted by school and month, never looked at one by one.
            .filter(s -> s.roles().stream().anyMatch(role -> role.role() != Role.STUDENT));
    if (standing.isEmpty()) {
      return;
    }
    roles =
        standing.get().roles().stream()
            .filter(role -> role.role() != Role.STUDENT)
            .map(this::inRole)
            .toList();
    filter = Optional.of(LedgerFilter.of(request, campaign, frame.getChosen()));
    PageNumber wanted = getFilter().page();
    LedgerPage found =
        standings.ledger(campaign, account, getFilter().query(), wanted.offset(SIZE), SIZE);
    page = wanted.within(found.total(), SIZE);
    today = campaigns.today(campaign);
    ledger = found.rows().stream().map(row -> LedgerRow.of(campaign, row, today, text)).toList();
    asOf = text.seconds(found.asOf(), campaign.zone());
  }

  private InRole inRole(PersonStanding.InRole role) {
    return new InRole(role.role(), role.school().flatMap(roster::school), role);
  }

  /** Whether there is such a teacher or administrator. */
  public boolean isKnown() {
    return standing.isPresent();
  }

  /** Display name. */
  public String getName() {
    return standing.map(PersonStanding::name).orElse("");
  }

  /** The account. */
  public String getCode() {
    return standing.map(PersonStanding::account).orElse("");
  }

  /** Points of the whole campaign. */
  public String getPoints() {
    return text.number(standing.map(PersonStanding::points).orElse(0L));
  }

  /** Points, school and ranks of each role. */
  public List<InRole> getRoles() {
    return roles;
  }

  /** What each indicator brought. */
  public List<IndicatorRow> getIndicators() {
    return standing.stream()
        .flatMap(s -> Stream.concat(s.indicators().stream(), s.former().stream()))
        .map(
            p ->
                new IndicatorRow(
                    p.indicator().code(),
                    p.indicator().name(),
                    LedgerRow.rule(p.indicator(), text),
                    text.number(p.counted()),
                    text.number(p.points()),
                    text.number(p.today())))
        .toList();
  }

  /** This page of the ledger, newest first. */
  public List<LedgerRow> getLedger() {
    return ledger;
  }

  /** Which page of the ledger this is. */
  public PageNumber getPage() {
    return page;
  }

  /** Which lines of the ledger the address asks for. */
  public LedgerFilter getFilter() {
    return filter.orElseThrow();
  }

  /** The address of the lines that earned an indicator's points. */
  public String linesOf(String indicator) {
    return lines("&indicator=" + indicator);
  }

  /** The address of the lines that earned an indicator's points today. */
  public String todaysLinesOf(String indicator) {
    return lines("&indicator=" + indicator + "&day=" + today);
  }

  /** The address of the lines that earned all the points. */
  public String getLines() {
    return lines("");
  }

  private String lines(String which) {
    return frame.link(
            "/bureau/account?code="
                + URLEncoder.encode(getCode(), StandardCharsets.UTF_8)
                + "&verdict=COUNTED"
                + which)
        + "#ledger";
  }

  /** When it was read. */
  public String getAsOf() {
    return asOf;
  }

  /** Actions not yet scored. */
  public long getPending() {
    return standing.map(PersonStanding::pending).orElse(0L);
  }

  /** A role with its school, empty for somebody who left, and its place. */
  public record InRole(Role role, Optional<School> school, PersonStanding.InRole place) {

    /** Whether the role is held at a school today. */
    public boolean inSchool() {
      return school.isPresent();
    }

    /** That school's name. */
    public String schoolName() {
      return school.map(School::name).orElse("");
    }

    /** That school's code. */
    public String schoolCode() {
      return school.map(School::code).orElse("");
    }
  }

  /** A line of the scoring table with what it brought. */
  public record IndicatorRow(
      String code, String name, String rule, String counted, String points, String today) {}
}
