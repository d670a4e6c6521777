package cloud.laurel.report;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.standing.StandingService;
import cloud.laurel.store.Database;
import cloud.laurel.store.Sha256;
import cloud.laurel.worklist.WorklistService;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Makes progress reports and finds earlier ones. */
public class ReportService {

  private final Database database;
  private final StandingService standings;
  private final WorklistService worklists;
  private final InstantSource clock;
  private final ReportRepository reports = new ReportRepository();

  /** One for a database. */
  public ReportService(
      Database database,
      StandingService standings,
      WorklistService worklists,
      InstantSource clock) {
    this.database = database;
    this.standings = standings;
    this.worklists = worklists;
    this.clock = clock;
  }

  /**
   * Makes a report of the present state. Twice within a minute it is the same report.
   *
   * @param by the user name of who does it
   */
  public ProgressReport make(Campaign campaign, String by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<ProgressReport> made = database.read(tx -> reports.ofMinute(tx, campaign, now));
    return made.orElseGet(() -> make(campaign, by, now));
  }

  private ProgressReport make(Campaign campaign, String by, Instant now) {
    String content =
        ReportJson.write(
            new ReportRule(campaign, worklists.all(campaign), standings.schools(campaign).rows())
                .content());
    return database.inTransaction(
        tx -> {
          reports.insert(tx, campaign, now, by, Sha256.hex(content), content);
          return reports.ofMinute(tx, campaign, now).orElseThrow();
        });
  }

  /** A campaign's reports, the newest first. */
  public List<ProgressReport> of(Campaign campaign) {
    return database.read(tx -> reports.list(tx, campaign));
  }

  /** What a report says. */
  public Content content(ProgressReport report) {
    return database
        .read(tx -> reports.content(tx, report.id()))
        .map(ReportJson::read)
        .orElseThrow();
  }
}
