package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.Limit;
import cloud.laurel.roster.Person;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** {@code /my}: today's functions, points and rank of the person who is signed in. */
@Named("my")
@RequestScoped
public class MyView {

  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private CampaignService campaigns;
  @Inject private StandingService standings;
  @Inject private Texts text;

  private Optional<PersonStanding> standing = Optional.empty();
  private Optional<MySchool> school = Optional.empty();
  private List<LedgerRow> counted = List.of();
  private List<LedgerRow> refused = List.of();
  private Optional<PersonCourse> course = Optional.empty();
  private long month;
  private List<Tile> tiles = List.of();

  @PostConstruct
  void load() {
    frame
        .campaign()
        .ifPresent(campaign -> caller.person().ifPresent(person -> load(campaign, person)));
  }

  private void load(Campaign campaign, Person person) {
    PersonStanding points = standings.person(campaign, person);
    standing = Optional.of(points);
    LocalDate today = campaigns.today(campaign);
    PersonDay day = standings.day(campaign, person.account(), today);
    counted = rows(campaign, day.counted());
    refused = rows(campaign, day.refused());
    course = Optional.of(standings.course(campaign, person.account()));
    YearMonth thisMonth = YearMonth.from(today);
    month = course.get().between(thisMonth.atDay(1), thisMonth.atEndOfMonth());
    tiles = points.indicators().stream().map(function -> Tile.of(function, day.refused())).toList();
    school =
        MySchool.codeOf(points)
            .flatMap(code -> standings.school(campaign, code, standings.board(campaign)))
            .map(detail -> MySchool.of(campaign, detail, points, day, text));
  }

  private List<LedgerRow> rows(Campaign campaign, List<LedgerPage.Row> rows) {
    LocalDate today = campaigns.today(campaign);
    return rows.stream().map(row -> LedgerRow.of(campaign, row, today, text)).toList();
  }

  /** What each day brought the caller; empty without a campaign or a place on the roster. */
  public Optional<PersonCourse> course() {
    return course;
  }

  /** Whether the caller is on the roster of a campaign that is there. */
  public boolean isKnown() {
    return standing.isPresent();
  }

  /** Display name. */
  public String getName() {
    return standing.map(PersonStanding::name).orElse("");
  }

  /** Points earned today. */
  public long getToday() {
    return tiles.stream().mapToLong(Tile::today).sum();
  }

  /** The most that a day can bring; 0 when no function counts daily. */
  public long getTodayMost() {
    return standing.stream()
        .flatMap(s -> s.indicators().stream())
        .filter(p -> p.indicator().limit().per() == Limit.Per.DAY)
        .mapToLong(p -> (long) p.indicator().points() * p.indicator().limit().count())
        .sum();
  }

  /** The address of the lines that earned today's points. */
  public String getTodaysLines() {
    return frame
        .campaign()
        .map(c -> frame.link("/my/ledger?verdict=COUNTED&day=" + campaigns.today(c)))
        .orElse("");
  }

  /** Points of the whole campaign. */
  public String getPoints() {
    return text.number(standing.map(PersonStanding::points).orElse(0L));
  }

  /** The nine functions, in the notice's order. */
  public List<Tile> getTiles() {
    return tiles;
  }

  /** How many functions have counted in their present period. */
  public long getDone() {
    return tiles.stream().filter(Tile::done).count();
  }

  /** Ranks, one entry for each role. */
  public List<PersonStanding.InRole> getRoles() {
    return standing.map(PersonStanding::roles).orElse(List.of());
  }

  /** Points of the present month. */
  public String getMonth() {
    return text.number(month);
  }

  /** Whether the caller belongs to a school today. */
  public boolean isInSchool() {
    return school.isPresent();
  }

  /** The caller's school. */
  public MySchool getSchool() {
    return school.orElseThrow();
  }

  /** Whether every function has brought what it can. */
  public boolean isAllDone() {
    return !tiles.isEmpty() && getDone() == tiles.size();
  }

  /** What counted today, newest first. */
  public List<LedgerRow> getCounted() {
    return counted;
  }

  /** What did not count today. */
  public List<LedgerRow> getRefused() {
    return refused;
  }

  /** When the numbers were computed. */
  public String getAsOf() {
    return standing
        .flatMap(s -> frame.campaign().map(c -> text.seconds(s.asOf(), c.zone())))
        .orElse("");
  }

  /** Actions not yet scored. */
  public long getPending() {
    return standing.map(PersonStanding::pending).orElse(0L);
  }

  /**
   * A function.
   *
   * @param today points it brought today
   * @param done whether nothing more can be earned in the present period
   * @param tried whether something was done today that did not count, and nothing that did
   */
  public record Tile(
      String code, String name, int points, long today, long total, boolean done, boolean tried) {

    static Tile of(PersonStanding.IndicatorPoints points, List<LedgerPage.Row> refused) {
      String code = points.indicator().code();
      boolean tried =
          refused.stream().anyMatch(row -> row.indicator().filter(code::equals).isPresent());
      return new Tile(
          code,
          points.indicator().name(),
          points.indicator().points(),
          points.today(),
          points.points(),
          points.limitReached(),
          tried && !points.limitReached());
    }

    /** Style class and part of the text key of its state. */
    public String state() {
      return done ? "done" : tried ? "tried" : "open";
    }
  }
}
