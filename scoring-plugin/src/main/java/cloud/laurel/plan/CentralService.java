package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.plan.CentralSchool.Holder;
import cloud.laurel.plan.PlanRefused.Why;
import cloud.laurel.roster.School;
import cloud.laurel.store.Database;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Central schools: the bureau says which administrator of a township's schools acts for all of
 * them. Who no longer administers one of them no longer acts for any.
 */
public class CentralService {

  private final Database database;
  private final InstantSource clock;
  private final CentralRepository centrals = new CentralRepository();

  /** One for a database. */
  public CentralService(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Names of central schools by code, in the order of the names. */
  public Map<String, String> names() {
    return database.read(centrals::names);
  }

  /** The central schools with those who act for them, by name. */
  public List<CentralSchool> all(Campaign campaign) {
    return database.read(
        tx -> {
          Map<String, List<Holder>> desks = centrals.desks(tx, today(campaign));
          return centrals.names(tx).entrySet().stream()
              .map(
                  central ->
                      new CentralSchool(
                          central.getKey(),
                          central.getValue(),
                          desks.getOrDefault(central.getKey(), List.of())))
              .toList();
        });
  }

  /** Who can act for a central school: the administrators of the schools under it. */
  public List<Holder> candidates(Campaign campaign, String central) {
    return database.read(tx -> centrals.candidates(tx, central, today(campaign)));
  }

  /** The schools that somebody acts for, by name; none for those who act for no central school. */
  public List<School> schools(Campaign campaign, String account) {
    return database.read(tx -> centrals.schools(tx, account, today(campaign)));
  }

  /**
   * Has an administrator act for a central school.
   *
   * @throws PlanRefused when the person administers none of its schools
   */
  public void assign(Campaign campaign, String central, String account) {
    database.useTransaction(
        tx -> {
          boolean fits =
              centrals.candidates(tx, central, today(campaign)).stream()
                  .anyMatch(one -> one.account().equals(account));
          if (!fits) {
            throw new PlanRefused(Why.UNKNOWN);
          }
          centrals.assign(tx, central, account);
        });
  }

  /** Ends that; nothing happens when the person does not act for it. */
  public void release(String central, String account) {
    database.useTransaction(tx -> centrals.release(tx, central, account));
  }

  private LocalDate today(Campaign campaign) {
    return campaign.dayOf(clock.instant());
  }
}
