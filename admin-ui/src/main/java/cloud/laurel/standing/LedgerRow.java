package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.web.Texts;

/**
 * A line of a ledger in plain words.
 *
 * @param what what was done, in words
 * @param object what it was done to, may be empty
 * @param reason why it did not count, empty when it did
 * @param hint what can be done about it, empty when it counted
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
    int points,
    String day) {

  static LedgerRow of(Campaign campaign, LedgerPage.Row row, Texts text) {
    String reason = row.reason().orElse("");
    return new LedgerRow(
        row.id(),
        text.ofCode("type.", row.type()),
        row.objectName().orElse(""),
        text.seconds(row.occurredAt(), campaign.zone()),
        text.seconds(row.receivedAt(), campaign.zone()),
        row.counted(),
        reason.isEmpty() ? "" : text.ofCode("reason.", reason),
        reason.isEmpty() ? "" : text.ofCode("reason.hint.", reason),
        row.indicator().map(code -> nameOf(campaign, code)).orElse(""),
        row.points(),
        row.day().toString());
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
