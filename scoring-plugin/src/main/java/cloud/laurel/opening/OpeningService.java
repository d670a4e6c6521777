package cloud.laurel.opening;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.opening.MissingPage.Lack;
import cloud.laurel.standing.SchoolDetail.Opening;
import cloud.laurel.standing.StandingService;
import cloud.laurel.store.Database;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** How far schools have come with opening spaces, and who is missing. */
public class OpeningService {

  private final Database database;
  private final StandingService standings;
  private final InstantSource clock;
  private final OpeningRepository openings = new OpeningRepository();
  private final OpeningWeekRepository weeks = new OpeningWeekRepository();

  /** One for a database. */
  public OpeningService(Database database, StandingService standings, InstantSource clock) {
    this.database = database;
    this.standings = standings;
    this.clock = clock;
  }

  /** Every school that takes part, by code. */
  public List<SchoolOpening> schools(Campaign campaign) {
    standings.refresh(campaign);
    return database.read(tx -> schools(tx, campaign));
  }

  /** The same as one transaction sees it, as of the last count. */
  public List<SchoolOpening> schools(Handle tx, Campaign campaign) {
    return openings.schools(tx, campaign, Optional.empty());
  }

  /** One school; empty when it is unknown or does not take part. */
  public Optional<SchoolOpening> school(Campaign campaign, String school) {
    standings.refresh(campaign);
    return database.read(
        tx -> openings.schools(tx, campaign, Optional.of(school)).stream().findFirst());
  }

  /**
   * The weeks that are over, oldest first; a week that is still to be counted is left out.
   *
   * @param unit a school or a central school; empty for all schools together
   */
  public List<OpeningWeek> weeks(Campaign campaign, Optional<String> unit) {
    return database.read(tx -> weeks(tx, campaign, unit.orElse(OpeningWeekRepository.ALL)));
  }

  private List<OpeningWeek> weeks(Handle tx, Campaign campaign, String unit) {
    Map<LocalDate, OpeningWeek> byDay = new TreeMap<>();
    for (OpeningWeekRepository.Week week : weeks.of(tx, campaign, unit)) {
      boolean teachers = week.role() == Role.TEACHER;
      byDay.merge(
          week.lastDay(),
          new OpeningWeek(
              week.lastDay(),
              teachers ? week.opening() : Opening.NONE,
              teachers ? Opening.NONE : week.opening()),
          (one, other) ->
              new OpeningWeek(
                  one.lastDay(),
                  one.teachers().plus(other.teachers()),
                  one.students().plus(other.students())));
    }
    return List.copyOf(byDay.values());
  }

  /**
   * Teachers of a school without a registered or activated space. For the school's own
   * administrators and the bureau only.
   *
   * @param lack only those; empty for both
   * @param offset people to skip, at least 0
   * @param size people wanted, 1 to 200
   */
  public MissingPage missing(
      Campaign campaign, String school, Optional<Lack> lack, int offset, int size) {
    return database.inSnapshot(
        tx -> openings.missing(tx, campaign, school, day(campaign), lack, offset, size));
  }

  /** A school's pupils by class: numbers only, pupils are not listed by name. */
  public List<PupilGroup> pupils(Campaign campaign, String school) {
    return database.read(tx -> openings.pupils(tx, campaign, school, day(campaign)));
  }

  /** The reference day of rule R6. */
  private LocalDate day(Campaign campaign) {
    return campaign.referenceDay(campaign.dayOf(clock.instant()));
  }
}
