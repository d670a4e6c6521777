package cloud.laurel.worklist;

import cloud.laurel.campaign.Campaign;
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
import org.jdbi.v3.core.Handle;

/**
 * What schools have done, have to do and are late with, current to the action. The number of
 * statements does not grow with the number of schools.
 */
public class WorklistService {

  private final Database database;
  private final StandingService standings;
  private final Preparations preparations;
  private final InstantSource clock;
  private final WorklistRepository repository = new WorklistRepository();

  /** One for a database. */
  public WorklistService(
      Database database,
      StandingService standings,
      Preparations preparations,
      InstantSource clock) {
    this.database = database;
    this.standings = standings;
    this.preparations = preparations;
    this.clock = clock;
  }

  /** The worklist of all schools that take part. */
  public Worklist all(Campaign campaign) {
    standings.refresh(campaign);
    return database.read(tx -> read(tx, campaign, Optional.empty()));
  }

  /** The worklist of one school; empty when it does not take part. */
  public Optional<SchoolWork> of(Campaign campaign, String school) {
    standings.refresh(campaign);
    return database.read(tx -> read(tx, campaign, Optional.of(school))).schools().stream()
        .findFirst();
  }

  Worklist read(Handle tx, Campaign campaign, Optional<String> school) {
    LocalDate today = campaign.dayOf(clock.instant());
    WorklistRule rule = new WorklistRule(campaign, Deadlines.of(campaign), today);
    List<YearMonth> months = WorklistRule.months(campaign, today);
    String first = months.stream().findFirst().map(YearMonth::toString).orElse("9999-12");
    Map<String, Read> counted = repository.facts(tx, campaign, first, school);
    Map<String, Preparation> prepared = preparations.of(tx, campaign);
    Read nothing = new Read();
    return new Worklist(
        clock.instant(),
        rule.items(),
        repository.schools(tx, school).stream()
            .filter(place -> campaign.includes(place.code()))
            .map(
                place -> {
                  Read read = counted.getOrDefault(place.code(), nothing);
                  Preparation preparation =
                      prepared.getOrDefault(place.code(), Preparation.NOTHING);
                  return work(place, rule.entries(read.facts(campaign, months, preparation)), read);
                })
            .toList());
  }

  private static SchoolWork work(Place place, List<Entry> entries, Read read) {
    return new SchoolWork(place.code(), place.name(), place.central(), entries, read.reminded);
  }
}
