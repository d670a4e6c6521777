package cloud.laurel.goal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Campaign.State;
import cloud.laurel.goal.Goal.Progress;
import cloud.laurel.goal.Goal.Reached;
import cloud.laurel.goal.GoalRepository.Counted;
import cloud.laurel.plugin.Problem;
import cloud.laurel.roster.Person;
import cloud.laurel.store.Database;
import cloud.laurel.store.InvalidInput;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The goals that schools set for their own people. Nothing of it touches the campaign: no score, no
 * rank. The caller sees to it that only a school's administrators change its goals.
 */
public class GoalService {

  private static final int MOST_GOALS = 20;

  private final Database database;
  private final InstantSource clock;
  private final GoalRepository goals = new GoalRepository();

  /** One for a database. */
  public GoalService(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A school's goals in a campaign, by name. */
  public List<Goal> of(Campaign campaign, String school) {
    return database.read(tx -> goals.of(tx, campaign, school));
  }

  /**
   * Sets a new goal.
   *
   * @throws InvalidInput with everything that is wrong, or when the campaign no longer runs
   */
  public void create(Campaign campaign, String school, GoalDraft draft) {
    database.useTransaction(
        tx -> {
          List<Goal> others = changeable(tx, campaign, school);
          if (others.size() >= MOST_GOALS) {
            throw invalid("goals", "are at most " + MOST_GOALS + " for a school");
          }
          goals.insert(tx, campaign, school, GoalRule.read(campaign, 0, draft, others));
        });
  }

  /**
   * Puts something else in a goal's place.
   *
   * @throws InvalidInput as {@link #create} does, or when the school has no such goal
   */
  public void change(Campaign campaign, String school, long id, GoalDraft draft) {
    database.useTransaction(
        tx -> {
          List<Goal> others = new ArrayList<>(changeable(tx, campaign, school));
          if (!others.removeIf(g -> g.id() == id)) {
            throw invalid("goal", "does not exist");
          }
          goals.update(tx, GoalRule.read(campaign, id, draft, others));
        });
  }

  /** Gives a goal up; nothing happens when the school has no such goal. */
  public void delete(Campaign campaign, String school, long id) {
    database.useTransaction(
        tx ->
            changeable(tx, campaign, school).stream()
                .filter(g -> g.id() == id)
                .forEach(g -> goals.delete(tx, g.id())));
  }

  private List<Goal> changeable(Handle tx, Campaign campaign, String school) {
    if (campaign.state() != State.RUNNING) {
      throw invalid("campaign", "is not running");
    }
    return goals.of(tx, campaign, school);
  }

  private static InvalidInput invalid(String field, String problem) {
    return new InvalidInput(List.of(new Problem(field, problem)));
  }

  /** How far somebody is with the goals of the school and role held on the reference day. */
  public List<Progress> progress(Campaign campaign, Person person) {
    LocalDate day = campaign.referenceDay(campaign.dayOf(clock.instant()));
    return database.read(
        tx -> {
          List<Goal> own =
              person.on(day).stream()
                  .flatMap(
                      m ->
                          goals.of(tx, campaign, m.school()).stream()
                              .filter(g -> g.role() == m.role()))
                  .distinct()
                  .toList();
          Map<Long, Long> earned =
              own.isEmpty() ? Map.of() : goals.earned(tx, campaign, person.account(), own, day);
          return own.stream().map(g -> new Progress(g, earned.getOrDefault(g.id(), 0L))).toList();
        });
  }

  /** How many of a school's people have reached each of its goals. */
  public List<Reached> reached(Campaign campaign, String school) {
    LocalDate day = campaign.referenceDay(campaign.dayOf(clock.instant()));
    return database.read(
        tx -> {
          List<Goal> set = goals.of(tx, campaign, school);
          Map<Long, Counted> counted =
              set.isEmpty() ? Map.of() : goals.reached(tx, campaign, school, set, day);
          return set.stream()
              .map(
                  g ->
                      Optional.ofNullable(counted.get(g.id()))
                          .map(c -> new Reached(g, c.people(), c.reached()))
                          .orElse(new Reached(g, 0, 0)))
              .toList();
        });
  }
}
