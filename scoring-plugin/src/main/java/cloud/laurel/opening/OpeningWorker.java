package cloud.laurel.opening;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.roster.RosterObserver;
import cloud.laurel.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/**
 * Counts how many spaces were open at the end of each week of the campaigns, one week at a time and
 * holding nobody up: pages only read. A past that becomes known late is counted again.
 */
public final class OpeningWorker implements RosterObserver {

  /** So many times what a week cost is left to others before the next one. */
  private static final int REST = 9;

  private final Database database;
  private final InstantSource clock;
  private final OpeningWeekRepository weeks = new OpeningWeekRepository();
  private final OpeningRepository openings = new OpeningRepository();
  private Instant rests = Instant.MIN;

  /** One for a database. */
  public OpeningWorker(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Counts one week.
   *
   * @return whether more may be waiting
   */
  public boolean work(CampaignService campaigns) {
    Instant begun = clock.instant();
    if (begun.isBefore(rests)) {
      return false;
    }
    for (Campaign campaign : campaigns.offered()) {
      if (work(campaign, begun)) {
        rests = clock.instant().plus(Duration.between(begun, clock.instant()).multipliedBy(REST));
        return true;
      }
    }
    return false;
  }

  private boolean work(Campaign campaign, Instant now) {
    return database.inTransaction(
        tx -> {
          var counted = weeks.counted(tx, campaign);
          var next =
              WeekRule.lastDays(campaign.from(), campaign.to(), campaign.dayOf(now)).stream()
                  .filter(day -> !counted.contains(day))
                  .findFirst();
          next.ifPresent(day -> weeks.count(tx, campaign, day));
          return next.isPresent();
        });
  }

  @Override
  public void onRosterChange(Handle tx, Change change) {
    openings.settleStages(tx, change.schools());
    weeks.forget(tx, change.effective());
  }
}
