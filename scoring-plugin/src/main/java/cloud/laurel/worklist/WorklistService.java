package cloud.laurel.worklist;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Shared;
import cloud.laurel.plan.PlanService;
import cloud.laurel.plan.PlanStatus;
import cloud.laurel.plan.TrainingCount;
import cloud.laurel.plan.TrainingService;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.RosterService.LastUpload;
import cloud.laurel.standing.StandingService;
import cloud.laurel.store.Database;
import cloud.laurel.worklist.WorklistRepository.Place;
import cloud.laurel.worklist.WorklistRepository.Read;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What schools have done, have to do and are late with, current to the action. The number of
 * statements does not grow with the number of schools.
 */
public class WorklistService {

  private static final TrainingCount UNTRAINED = new TrainingCount(0, 0);
  private static final Read NOTHING = new Read();

  private final Database database;
  private final StandingService standings;
  private final RosterService roster;
  private final PlanService plans;
  private final TrainingService trainings;
  private final InstantSource clock;
  private final WorklistRepository repository = new WorklistRepository();

  private final Shared<Worklist> boards = new Shared<>();

  /** One for a database. */
  public WorklistService(
      Database database,
      StandingService standings,
      RosterService roster,
      PlanService plans,
      TrainingService trainings,
      InstantSource clock) {
    this.database = database;
    this.standings = standings;
    this.roster = roster;
    this.plans = plans;
    this.trainings = trainings;
    this.clock = clock;
  }

  /** The worklist of all schools that take part. */
  public Worklist all(Campaign campaign) {
    return read(campaign, Optional.empty());
  }

  /** The same as pages show it, a moment old. */
  public Worklist board(Campaign campaign) {
    return boards.get(campaign, () -> all(campaign));
  }

  /** Has the boards read anew before they are shown again. */
  public void forgetBoards() {
    boards.forget();
  }

  /** Keeps the boards fresh; to be called again and again by one thread. */
  public void keep() {
    boards.keep();
  }

  /** The worklist of one school; empty when it does not take part. */
  public Optional<SchoolWork> of(Campaign campaign, String school) {
    return read(campaign, Optional.of(school)).schools().stream().findFirst();
  }

  private Worklist read(Campaign campaign, Optional<String> school) {
    standings.refresh(campaign);
    LocalDate today = campaign.dayOf(clock.instant());
    WorklistRule rule = new WorklistRule(campaign, Deadlines.of(campaign), today);
    List<YearMonth> months = WorklistRule.months(campaign, today);
    String first = months.stream().findFirst().map(YearMonth::toString).orElse("9999-12");
    Map<String, Read> counted = database.read(tx -> repository.facts(tx, campaign, first, school));
    Function<String, Preparation> prepared = prepared(campaign);
    List<Place> places = database.read(tx -> repository.schools(tx, school));
    return new Worklist(
        clock.instant(),
        rule.items(),
        places.stream()
            .filter(place -> campaign.includes(place.code()))
            .map(
                place -> {
                  Read read = counted.getOrDefault(place.code(), NOTHING);
                  SchoolFacts facts = read.facts(campaign, months, prepared.apply(place.code()));
                  return new SchoolWork(
                      place.code(),
                      place.name(),
                      place.central(),
                      rule.entries(facts),
                      read.reminded);
                })
            .toList());
  }

  private Function<String, Preparation> prepared(Campaign campaign) {
    Map<String, PlanStatus> states = plans.states(campaign);
    Map<String, TrainingCount> counts = trainings.counts(campaign);
    Map<String, LastUpload> uploads = roster.lastUploads();
    return school -> {
      Optional<PlanStatus> plan = Optional.ofNullable(states.get(school));
      return new Preparation(
          plan.map(PlanStatus::state),
          plan.flatMap(PlanStatus::submittedAt).map(campaign::dayOf),
          counts.getOrDefault(school, UNTRAINED).entries(),
          Optional.ofNullable(uploads.get(school)).map(u -> campaign.dayOf(u.uploadedAt())));
    };
  }
}
