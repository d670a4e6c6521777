package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Campaign.State;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.standing.SchoolStandings;
import cloud.laurel.standing.SchoolStandings.Row;
import cloud.laurel.standing.StandingService;
import cloud.laurel.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The course of a campaign over the days that are over, as today's knowledge has it: made anew
 * every night, on demand, and when other rules take over. Until then it stays as it was.
 */
public class CourseService {

  /** Days between a rank and the one it is compared with. */
  public static final int WEEK = 7;

  private static final Logger LOG = Logger.getLogger(CourseService.class.getName());

  /** When hardly anybody works; a server that was down then catches up. */
  private static final LocalTime SMALL_HOURS = LocalTime.of(2, 15);

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofHours(1);

  /** Schools that a concentration names. */
  private static final int MOST_SHARES = 10;

  private final Database database;
  private final CampaignService campaigns;
  private final StandingService standings;
  private final InstantSource clock;
  private final CourseWorker worker;
  private final RunRepository runs = new RunRepository();
  private final CourseRepository courses = new CourseRepository();

  /** One for a database. */
  public CourseService(
      Database database,
      CampaignService campaigns,
      StandingService standings,
      InstantSource clock) {
    this.database = database;
    this.campaigns = campaigns;
    this.standings = standings;
    this.clock = clock;
    this.worker = new CourseWorker(database, standings);
  }

  /**
   * Makes the course of every campaign that needs one, unless another node does. To be called again
   * and again by a thread of its own: it may take long.
   */
  public void work() {
    for (Campaign campaign : campaigns.all()) {
      if (campaign.state() != State.DRAFT) {
        work(campaign);
      }
    }
  }

  private void work(Campaign campaign) {
    standings.refresh(campaign);
    Instant asOf = now();
    Optional<CourseDays> days = days(campaign, asOf);
    OptionalLong run =
        days.map(d -> database.inTransaction(tx -> runs.claim(tx, d, due(d, asOf), asOf)))
            .orElse(OptionalLong.empty());
    if (run.isEmpty()) {
      return;
    }
    try {
      worker.make(days.orElseThrow(), run.getAsLong());
      database.useTransaction(tx -> runs.finish(tx, campaign.id(), run.getAsLong(), asOf));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "LRL-03044 no course of campaign " + campaign.code());
      Instant again = now().plus(BETWEEN_ATTEMPTS);
      database.useTransaction(tx -> runs.giveUp(tx, campaign.id(), run.getAsLong(), again));
    }
    worker.clear(campaign.id());
  }

  /** The days that are over; none before the campaign's second day. */
  private Optional<CourseDays> days(Campaign campaign, Instant now) {
    Optional<LocalDate> last =
        campaign.state().isSettled()
            ? database.read(tx -> standings.countedFor(tx, campaign))
            : Optional.of(campaign.dayOf(now).minusDays(1));
    return last.map(campaign::referenceDay)
        .filter(day -> !day.isBefore(campaign.from()))
        .map(day -> new CourseDays(campaign, campaign.from(), day));
  }

  /** The day that a course must reach by now: in the small hours a day less will do. */
  private static LocalDate due(CourseDays days, Instant now) {
    Campaign campaign = days.campaign();
    boolean early = now.atZone(campaign.zone()).toLocalTime().isBefore(SMALL_HOURS);
    LocalDate yesterday = campaign.dayOf(now).minusDays(early ? 2 : 1);
    return yesterday.isBefore(days.last()) ? yesterday : days.last();
  }

  /** Has a campaign's course made anew within seconds. */
  public void ask(Campaign campaign) {
    database.useTransaction(tx -> runs.ask(tx, campaign.id(), now()));
  }

  /** What there is; empty before the first course. */
  public Optional<Course> course(Campaign campaign) {
    return database.read(tx -> courses.find(tx, campaign.id()));
  }

  /** Where every school stood at the end of a day; empty when the course does not cover it. */
  public Optional<SchoolStandings> standingsAt(Campaign campaign, LocalDate day) {
    return database.read(
        tx ->
            courses
                .find(tx, campaign.id())
                .filter(course -> course.covers(day))
                .map(
                    course ->
                        new SchoolStandings(
                            course.asOf(), 0, courses.standings(tx, campaign, day))));
  }

  /**
   * How many places each school has gained against {@value #WEEK} days before; below 0 when it lost
   * some. A school without an entry is new; in the campaign's first week nobody has one.
   *
   * @param now the standings that are shown
   * @param day whose they are
   */
  public Map<String, Integer> movement(Campaign campaign, List<Row> now, LocalDate day) {
    Map<String, Integer> before =
        database.read(tx -> courses.places(tx, campaign.id(), before(campaign, day)));
    Map<String, Integer> movement = new HashMap<>();
    for (Row row : now) {
      Optional.ofNullable(before.get(row.code()))
          .ifPresent(place -> movement.put(row.code(), place - row.rank()));
    }
    return movement;
  }

  /** The same for the standings of the present day, or of the campaign's last. */
  public Map<String, Integer> movement(Campaign campaign, List<Row> now) {
    return movement(campaign, now, campaigns.today(campaign));
  }

  /** The standings that those of a day are compared with; empty when there are none. */
  public List<Row> weekBefore(Campaign campaign, LocalDate day) {
    return database.read(tx -> courses.standings(tx, campaign, before(campaign, day)));
  }

  private static LocalDate before(Campaign campaign, LocalDate day) {
    return campaign.referenceDay(day).minusDays(WEEK);
  }

  /** Where a school stood day by day, the first day first; empty before the first course. */
  public List<SchoolDay> ofSchool(Campaign campaign, String school) {
    return database.read(tx -> courses.ofSchool(tx, campaign, school));
  }

  /** What the functions of all schools brought by week, the first week first. */
  public List<WeekActivity> activity(Campaign campaign) {
    return activity(campaign, List.of(CourseWorker.ALL));
  }

  /** What the functions of some schools brought by week, the first week first. */
  public List<WeekActivity> activity(Campaign campaign, Collection<String> schools) {
    return database.read(tx -> courses.activity(tx, campaign.id(), schools));
  }

  /** How much comes from how few schools; empty before the first course. */
  public Optional<Concentration> concentration(Campaign campaign) {
    return database.read(tx -> courses.concentration(tx, campaign.id(), MOST_SHARES));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
