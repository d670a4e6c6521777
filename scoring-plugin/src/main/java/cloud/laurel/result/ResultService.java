package cloud.laurel.result;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignObserver;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.Role;
import cloud.laurel.campaign.Shared;
import cloud.laurel.opening.OpeningService;
import cloud.laurel.opening.SchoolOpening;
import cloud.laurel.plan.Plan;
import cloud.laurel.plan.PlanService;
import cloud.laurel.plan.PlanStatus;
import cloud.laurel.plan.TrainingCount;
import cloud.laurel.plan.TrainingService;
import cloud.laurel.plugin.Problem;
import cloud.laurel.result.PeopleRepository.Row;
import cloud.laurel.result.ResultJson.Basis;
import cloud.laurel.standing.RankRule;
import cloud.laurel.standing.SchoolOverview;
import cloud.laurel.standing.Score;
import cloud.laurel.standing.Snapshot;
import cloud.laurel.standing.Snapshot.Occasion;
import cloud.laurel.standing.SnapshotService;
import cloud.laurel.standing.StandingService;
import cloud.laurel.store.Database;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.store.Stripes;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Freezes what a campaign came to, and reads it. A closed campaign's result is its newest snapshot
 * and nothing else; a running one's is what the figures are now.
 */
public class ResultService implements CampaignObserver {

  /** Most people of one reading; honours are a matter of hundreds. */
  public static final int MOST_PEOPLE = 20_000;

  private static final int MOST_LETTERS = 1000;

  private final Database database;
  private final StandingService standings;
  private final SnapshotService snapshots;
  private final OpeningService openings;
  private final PlanService plans;
  private final TrainingService trainings;
  private final InstantSource clock;
  private final PeopleRepository people = new PeopleRepository();

  /** The newest snapshot of each campaign: it never changes, only a newer one takes its place. */
  private final Map<Integer, Result> newest = new ConcurrentHashMap<>();

  private final Shared<Result> boards = new Shared<>();

  /** One for a database. */
  public ResultService(
      Database database,
      StandingService standings,
      SnapshotService snapshots,
      OpeningService openings,
      PlanService plans,
      TrainingService trainings,
      InstantSource clock) {
    this.database = database;
    this.standings = standings;
    this.snapshots = snapshots;
    this.openings = openings;
    this.plans = plans;
    this.trainings = trainings;
    this.clock = clock;
  }

  @Override
  public void onClosing(Handle tx, Campaign campaign) {
    if (standings.pending(tx, campaign) > 0) {
      throw problem("campaign", "still has actions to judge: try again in a minute");
    }
    freeze(tx, campaign, Occasion.CLOSING, "", "");
  }

  /**
   * Freezes a closed campaign again, after something about its roster, plans or spaces was put
   * right. The snapshot before stays as it is. Points of a closed campaign do not change by this:
   * for that it is reopened, judges, and is closed again.
   *
   * @param by the user name of who has it done
   * @param reason not blank
   * @throws cloud.laurel.campaign.WrongState unless the campaign is over
   * @throws InvalidInput without a reason
   */
  public Snapshot correct(CampaignService campaigns, String code, String by, String reason) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > MOST_LETTERS) {
      throw problem("reason", "must have 1 to " + MOST_LETTERS + " characters");
    }
    return database.inTransaction(
        tx -> {
          Stripes.lockAll(tx);
          return freeze(tx, campaigns.settled(tx, code), Occasion.CORRECTION, by, why);
        });
  }

  private Snapshot freeze(
      Handle tx, Campaign campaign, Occasion occasion, String by, String reason) {
    standings.refresh(tx, campaign);
    List<SchoolResult> schools = schools(tx, campaign);
    // The people's rows need the snapshot's key, its content needs their digest.
    Snapshot place = snapshots.open(tx, campaign, occasion, by, reason);
    List<String> codes = schools.stream().map(SchoolResult::code).toList();
    Basis basis =
        new Basis(
            actions(tx, campaign),
            uploads(tx),
            List.of(
                people.freeze(tx, campaign, day(campaign), Role.ADMINISTRATOR, codes, place.id()),
                people.freeze(tx, campaign, day(campaign), Role.TEACHER, codes, place.id())));
    return snapshots.fill(tx, campaign, place, ResultJson.write(campaign, basis, schools));
  }

  private static long actions(Handle tx, Campaign campaign) {
    return tx.createQuery(
            "SELECT count(*) FROM action_journal WHERE occurred_at >= :from AND occurred_at < :to")
        .bind("from", campaign.opensAt().atOffset(ZoneOffset.UTC))
        .bind("to", campaign.endsBefore().atOffset(ZoneOffset.UTC))
        .mapTo(Long.class)
        .one();
  }

  private static long uploads(Handle tx) {
    return tx.createQuery("SELECT count(*) FROM roster_upload WHERE undone_at IS NULL")
        .mapTo(Long.class)
        .one();
  }

  private List<SchoolResult> schools(Handle tx, Campaign campaign) {
    Map<String, SchoolOpening> opened =
        openings.schools(tx, campaign).stream()
            .collect(Collectors.toMap(SchoolOpening::code, Function.identity()));
    Map<String, PlanStatus> planned = plans.states(tx, campaign);
    Map<String, TrainingCount> trained = trainings.counts(tx, campaign);
    return standings.overview(tx, campaign).schools().stream()
        .map(
            s ->
                school(
                    s,
                    opened.get(s.row().code()),
                    Optional.ofNullable(planned.get(s.row().code())),
                    Optional.ofNullable(trained.get(s.row().code()))))
        .toList();
  }

  private static SchoolResult school(
      SchoolOverview.School school,
      SchoolOpening opening,
      Optional<PlanStatus> plan,
      Optional<TrainingCount> training) {
    return new SchoolResult(
        school.row().code(),
        school.row().name(),
        school.row().rank(),
        opening.central(),
        opening.stage(),
        school.parts(),
        plan.map(PlanStatus::state).filter(Plan.State::isHandedIn).isPresent(),
        training.map(TrainingCount::entries).orElse(0));
  }

  /** What a campaign came to: its newest snapshot, or the figures of now while it is running. */
  public Result of(Campaign campaign) {
    Optional<Snapshot> frozen =
        campaign.state().isSettled()
            ? snapshots.of(campaign).stream().filter(Snapshot::whole).findFirst()
            : Optional.empty();
    return frozen
        .map(
            s ->
                newest.compute(
                    campaign.id(),
                    (id, known) ->
                        known != null && known.snapshot().equals(frozen)
                            ? known
                            : read(campaign, s)))
        .orElseGet(() -> now(campaign));
  }

  /**
   * The same as pages show it: provisional figures are a moment old, so that any number of people
   * looking costs one reading.
   */
  public Result board(Campaign campaign) {
    return campaign.state().isSettled() ? of(campaign) : boards.get(campaign, () -> now(campaign));
  }

  /** Has what pages share read anew before it is shown again. */
  public void forgetBoards() {
    boards.forget();
  }

  /** Keeps fresh what pages share; to be called again and again by one thread. */
  public void keep() {
    boards.keep();
  }

  /** What one of a campaign's snapshots holds; empty when it has no such snapshot. */
  public Optional<Result> of(Campaign campaign, long snapshot) {
    return snapshots.of(campaign).stream()
        .filter(s -> s.id() == snapshot && s.whole())
        .findFirst()
        .map(s -> read(campaign, s));
  }

  private Result read(Campaign campaign, Snapshot snapshot) {
    String content = snapshots.content(campaign, snapshot.id()).orElseThrow();
    return new Result(Optional.of(snapshot), snapshot.takenAt(), ResultJson.read(content));
  }

  private Result now(Campaign campaign) {
    standings.refresh(campaign);
    return new Result(
        Optional.empty(), clock.instant(), database.read(tx -> schools(tx, campaign)));
  }

  /**
   * The best teachers by their own points, at most {@value #MOST_PEOPLE}; nobody without points.
   */
  public List<PersonResult> teachers(Campaign campaign, Result result) {
    return result.people().teachers(() -> readTeachers(campaign, result));
  }

  private List<PersonResult> readTeachers(Campaign campaign, Result result) {
    return database.read(
        tx ->
            result
                .snapshot()
                .map(s -> people.frozen(tx, s.id(), Role.TEACHER, MOST_PEOPLE))
                .orElseGet(
                    () ->
                        included(
                            campaign,
                            people.now(tx, campaign, day(campaign), Role.TEACHER, MOST_PEOPLE))));
  }

  /** The read rows rank everybody; where not all schools take part they are ranked anew. */
  private static List<PersonResult> included(Campaign campaign, List<PersonResult> rows) {
    return campaign.schools().isEmpty()
        ? rows
        : RankRule.rank(
            rows.stream().filter(p -> campaign.includes(p.school())).toList(),
            p -> Score.of(p.points()),
            Comparator.comparing(PersonResult::account),
            (p, rank) -> new PersonResult(p.account(), p.name(), p.school(), p.points(), rank));
  }

  /**
   * The administrators, each once, with the best of the schools they administer; their rank is the
   * school's (rule R10).
   */
  public List<PersonResult> administrators(Campaign campaign, Result result) {
    return result.people().administrators(() -> readAdministrators(campaign, result));
  }

  private List<PersonResult> readAdministrators(Campaign campaign, Result result) {
    List<Row> rows =
        database.read(
            tx ->
                result
                    .snapshot()
                    .map(s -> people.allFrozen(tx, s.id(), Role.ADMINISTRATOR))
                    .orElseGet(
                        () -> people.allNow(tx, campaign, day(campaign), Role.ADMINISTRATOR)));
    Map<String, SchoolResult> schools = result.byCode();
    Map<String, PersonResult> best =
        rows.stream()
            .filter(r -> schools.containsKey(r.school()))
            .map(
                r ->
                    new PersonResult(
                        r.account(),
                        r.name(),
                        r.school(),
                        r.points(),
                        schools.get(r.school()).rank()))
            .collect(
                Collectors.toMap(
                    PersonResult::account,
                    Function.identity(),
                    (a, b) ->
                        Comparator.comparingLong(PersonResult::rank)
                                    .thenComparing(PersonResult::school)
                                    .compare(a, b)
                                <= 0
                            ? a
                            : b));
    return best.values().stream()
        .sorted(
            Comparator.comparingLong(PersonResult::rank)
                .thenComparing(PersonResult::points, Comparator.reverseOrder())
                .thenComparing(PersonResult::account))
        .toList();
  }

  /** The reference day of rule R6. */
  private LocalDate day(Campaign campaign) {
    return campaign.referenceDay(campaign.dayOf(clock.instant()));
  }

  private static InvalidInput problem(String field, String problem) {
    return new InvalidInput(List.of(new Problem(field, problem)));
  }
}
