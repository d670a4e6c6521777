package cloud.laurel.campaign;

import cloud.laurel.campaign.Campaign.MonthClosing;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** When a month of the pupils stops moving (rule R5). */
public final class MonthRule {

  /** Days after a month's end in which late uploads and actions still move it. */
  public static final int GRACE_DAYS = 10;

  private MonthRule() {}

  /**
   * The instant from which nothing that arrives moves the month any more: as an officer decided,
   * else after the days of grace; empty when it was reopened, or had already ended when it came
   * into the campaign's window, since only an officer closes such a month.
   */
  public static Optional<Instant> closesAt(Campaign campaign, YearMonth month) {
    MonthClosing decided = campaign.closings().get(month);
    if (decided != null) {
      return decided.closesAt();
    }
    if (campaign.dayOf(begun(campaign, month)).isAfter(month.atEndOfMonth())) {
      return Optional.empty();
    }
    return Optional.of(
        month.atEndOfMonth().plusDays(GRACE_DAYS + 1L).atStartOfDay(campaign.zone()).toInstant());
  }

  /** Since when the month is in the window: by the first version of the rules that has it. */
  private static Instant begun(Campaign campaign, YearMonth month) {
    return campaign.versions().stream()
        .filter(
            v ->
                !month.atEndOfMonth().isBefore(v.rules().from())
                    && !month.atDay(1).isAfter(v.rules().to()))
        .findFirst()
        .filter(v -> v.number() > 1)
        .map(RuleVersion::publishedAt)
        .orElse(campaign.createdAt());
  }

  /** Whether nothing that arrives from an instant on moves the month. */
  static boolean isClosed(Campaign campaign, YearMonth month, Instant at) {
    return closesAt(campaign, month).map(closing -> !at.isBefore(closing)).orElse(false);
  }
}
