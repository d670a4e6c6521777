package cloud.laurel.worklist;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Phase;
import java.time.LocalDate;

/**
 * Until when schools have time, in the campaign's local days.
 *
 * @param begins when the preparation begins: a roster from before is out of date
 * @param plan last day for the plan
 * @param training last day for the first training
 * @param end last day for everything else
 * @param rosterDays for how many days an upload of the roster counts as current
 */
public record Deadlines(
    LocalDate begins, LocalDate plan, LocalDate training, LocalDate end, int rosterDays) {

  /** A month and a few days, so that one upload a month is enough. */
  static final int ROSTER_DAYS = 35;

  /**
   * Those of a campaign: plans are due when its first phase with an end is over (notice-2020,
   * section 3: the preparation), everything else when scoring ends.
   */
  public static Deadlines of(Campaign campaign) {
    LocalDate preparation =
        campaign.phases().stream()
            .flatMap(phase -> phase.to().stream())
            .min(LocalDate::compareTo)
            .orElse(campaign.to());
    LocalDate begins =
        campaign.phases().stream()
            .map(Phase::from)
            .flatMap(from -> from.stream())
            .min(LocalDate::compareTo)
            .filter(first -> first.isBefore(campaign.from()))
            .orElse(campaign.from());
    return new Deadlines(begins, preparation, campaign.to(), campaign.to(), ROSTER_DAYS);
  }
}
