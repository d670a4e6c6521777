package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Campaigns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a person's journal, as the HTTP contract spells it. */
public record AccountLedger(
    String asOf, long pending, long total, int offset, int size, List<Row> rows) {

  /**
   * One action under one indicator; {@code verdict} is COUNTED or REFUSED.
   *
   * @param ruleVersion number of the version of the rules that judged it
   * @param countedInstead what took the places of the limit, when that is the reason
   */
  public record Row(
      String id,
      String type,
      String occurredAt,
      String receivedAt,
      String verdict,
      @Nullable String reason,
      @Nullable String indicator,
      int points,
      String day,
      @Nullable String school,
      int ruleVersion,
      List<Instead> countedInstead) {}

  /** An action that counted where another one could not. */
  public record Instead(String id, String occurredAt, @Nullable String name) {}

  static AccountLedger of(Campaign campaign, Paging paging, LedgerPage page) {
    return new AccountLedger(
        Campaigns.time(campaign, page.asOf()),
        page.pending(),
        page.total(),
        paging.offset(),
        paging.size(),
        page.rows().stream().map(row -> row(campaign, row)).toList());
  }

  private static Row row(Campaign campaign, LedgerPage.Row row) {
    return new Row(
        row.id(),
        row.type(),
        Campaigns.time(campaign, row.occurredAt()),
        Campaigns.time(campaign, row.receivedAt()),
        row.counted() ? "COUNTED" : "REFUSED",
        row.reason().orElse(null),
        row.indicator().orElse(null),
        row.points(),
        row.day().toString(),
        row.school().orElse(null),
        row.ruleVersion(),
        row.countedInstead().stream()
            .map(
                i ->
                    new Instead(
                        i.id(), Campaigns.time(campaign, i.occurredAt()), i.name().orElse(null)))
            .toList());
  }
}
