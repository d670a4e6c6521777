package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.web.Texts;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of a ledger in plain words.
 *
 * @param what what was done, in words
 * @param object what it was done to, may be empty
 * @param reason why it did not count, empty when it did
 * @param hint what can be done about it, empty when it counted
 * @param rule how often its line of the scoring table counts and for how much, may be empty
 * @param time of the day when it happened
 * @param code of the indicator, may be empty
 * @param day the local day it counts for
 */
public record LedgerRow(
    String id,
    String what,
    String object,
    String occurredAt,
    String receivedAt,
    boolean counted,
    String reason,
    String hint,
    String indicator,
    String rule,
    int points,
    String time,
    String code,
    LocalDate day) {

  /** In the words of the page's language. */
  public static LedgerRow of(Campaign campaign, LedgerPage.Row row, Texts text) {
    Optional<Indicator> indicator =
        row.indicator()
            .flatMap(
                code ->
                    campaign.indicators().stream().filter(i -> i.code().equals(code)).findFirst());
    return new LedgerRow(
        row.id(),
        text.ofCode("type.", row.type()),
        row.objectName().orElse(""),
        text.seconds(row.occurredAt(), campaign.zone()),
        text.seconds(row.receivedAt(), campaign.zone()),
        row.counted(),
        row.reason().map(reason -> reason(reason, indicator, text)).orElse(""),
        row.reason().map(reason -> text.ofCode("reason.hint.", reason)).orElse(""),
        row.indicator().map(code -> nameOf(campaign, code)).orElse(""),
        indicator.map(i -> rule(i, text)).orElse(""),
        row.points(),
        text.clock(row.occurredAt(), campaign.zone()),
        row.indicator().orElse(""),
        row.day());
  }

  /** How often an indicator counts, and for how much. */
  static String rule(Indicator indicator, Texts text) {
    return text.of(
        "rule." + indicator.limit().per(), indicator.limit().count(), indicator.points());
  }

  /** A limit is said in its own period: a yearly one is not reached "today". */
  private static String reason(String reason, Optional<Indicator> indicator, Texts text) {
    return reason.equals("LIMIT_REACHED") && indicator.isPresent()
        ? text.of("limit.reached." + indicator.get().limit().per())
        : text.ofCode("reason.", reason);
  }

  private static String nameOf(Campaign campaign, String code) {
    return campaign.indicators().stream()
        .filter(i -> i.code().equals(code))
        .map(Indicator::name)
        .findFirst()
        .or(
            () ->
                campaign.participation().stream()
                    .filter(p -> p.code().equals(code))
                    .map(p -> p.name())
                    .findFirst())
        .orElse(code);
  }
}
