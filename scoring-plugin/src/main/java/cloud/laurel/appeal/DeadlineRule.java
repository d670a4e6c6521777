package cloud.laurel.appeal;

import cloud.laurel.appeal.AppealRefused.Why;
import cloud.laurel.campaign.Campaign;
import java.time.LocalDate;
import java.util.Optional;

/** Until when an appeal can be filed and has to be answered, in the campaign's local days. */
final class DeadlineRule {

  private DeadlineRule() {}

  /** What stands in the way of contesting an entry of a day; empty when nothing does. */
  static Optional<Why> obstacle(Campaign campaign, LocalDate day, LocalDate today) {
    if (campaign.state() != Campaign.State.RUNNING) {
      return Optional.of(Why.NOT_RUNNING);
    }
    if (day.isBefore(campaign.from()) || day.isAfter(campaign.to())) {
      return Optional.of(Why.OUTSIDE_WINDOW);
    }
    if (day.isAfter(today)) {
      return Optional.of(Why.NOT_YET);
    }
    return today.isAfter(lastDay(campaign, day)) ? Optional.of(Why.TOO_LATE) : Optional.empty();
  }

  /** The last day on which an entry of a day can be contested. */
  static LocalDate lastDay(Campaign campaign, LocalDate day) {
    return day.plusDays(campaign.newest().rules().appeals().fileWithinDays());
  }

  /** The first day that can be contested on a day. */
  static LocalDate firstDay(Campaign campaign, LocalDate today) {
    LocalDate first = today.minusDays(campaign.newest().rules().appeals().fileWithinDays());
    return first.isBefore(campaign.from()) ? campaign.from() : first;
  }

  /** The last day on which the answer to what is filed on a day is in time. */
  static LocalDate answerBy(Campaign campaign, LocalDate filed) {
    return filed.plusDays(campaign.newest().rules().appeals().answerWithinDays());
  }
}
