package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.campaign.Participation;
import cloud.laurel.campaign.RuleVersion;
import cloud.laurel.web.Texts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A line of a ledger in plain words.
 *
 * @param what what was done, in words
 * @param object what it was done to, may be empty
 * @param refusal why it did not count
 * @param indicator name of its line of the scoring table, may be empty
 * @param rule how often that counts and for how much, may be empty
 * @param time of the day when it happened
 * @param day the local day it counts for
 * @param school the school it counts for, may be empty
 * @param version which version of the rules judged it, and since when that holds
 * @param note why that version was made, may be empty
 * @param correcting whether it was added to correct something
 */
public record LedgerRow(
    String id,
    String what,
    String object,
    String occurredAt,
    String receivedAt,
    boolean counted,
    Refusal refusal,
    String indicator,
    String rule,
    int points,
    String time,
    String day,
    String school,
    String version,
    String note,
    boolean correcting) {

  static LedgerRow of(Campaign campaign, LedgerPage.Row row, LocalDate today, Texts text) {
    RuleVersion version =
        campaign.versions().stream()
            .filter(v -> v.number() == row.ruleVersion())
            .findFirst()
            .orElseGet(campaign::newest);
    Optional<Indicator> indicator =
        row.indicator()
            .flatMap(
                code ->
                    version.rules().indicators().stream()
                        .filter(i -> i.code().equals(code))
                        .findFirst());
    return new LedgerRow(
        row.id(),
        text.ofCode("type.", row.type()),
        row.objectName().orElse(""),
        text.seconds(row.occurredAt(), campaign.zone()),
        text.seconds(row.receivedAt(), campaign.zone()),
        row.counted(),
        Refusal.of(campaign, row, indicator, today, text),
        indicator.map(Indicator::name).or(() -> pupilsRule(campaign, row)).orElse(""),
        indicator.map(i -> rule(i, text)).orElse(""),
        row.points(),
        text.clock(row.occurredAt(), campaign.zone()),
        row.day().toString(),
        row.schoolName().orElse(""),
        text.of("ledger.versionIs", version.number(), version.validFrom()),
        version.note(),
        row.correcting());
  }

  /** Why it did not count, in a few words; empty when it did. */
  public String reason() {
    return refusal.brief();
  }

  /** What can be done about it; empty when it counted. */
  public String hint() {
    return refusal.hint();
  }

  /** How often an indicator counts, and for how much. */
  static String rule(Indicator indicator, Texts text) {
    return text.of(
        "rule." + indicator.limit().per(), indicator.limit().count(), indicator.points());
  }

  private static Optional<String> pupilsRule(Campaign campaign, LedgerPage.Row row) {
    return campaign.rulesOf(YearMonth.from(row.day())).participation().stream()
        .filter(p -> row.indicator().filter(p.code()::equals).isPresent())
        .map(Participation::name)
        .findFirst()
        .or(row::indicator);
  }
}
