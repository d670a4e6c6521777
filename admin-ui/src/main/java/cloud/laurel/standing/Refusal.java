package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.web.Texts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why an action does not count, as one teacher would say it to another.
 *
 * @param brief in a few words; what counted instead is named
 * @param sentence with everything that led to it
 * @param hint what can be done about it
 */
public record Refusal(String brief, String sentence, String hint) {

  /** For what counted. */
  static final Refusal NONE = new Refusal("", "", "");

  static Refusal of(
      Campaign campaign,
      LedgerPage.Row row,
      Optional<Indicator> indicator,
      LocalDate today,
      Texts text) {
    return row.reason()
        .map(
            reason ->
                new Refusal(
                    brief(campaign, row, reason, indicator, today, text),
                    sentence(campaign, row, reason, indicator, text),
                    text.ofCode("reason.hint.", reason)))
        .orElse(NONE);
  }

  /** A limit is said in its own period, and of another day not as "today". */
  private static String brief(
      Campaign campaign,
      LedgerPage.Row row,
      String reason,
      Optional<Indicator> indicator,
      LocalDate today,
      Texts text) {
    if (!reason.equals("LIMIT_REACHED") || indicator.isEmpty()) {
      return text.ofCode("reason.", reason);
    }
    String when = row.day().equals(today) ? "limit.reached." : "limit.past.";
    String reached = text.of(when + indicator.get().limit().per());
    return row.countedInstead().isEmpty()
        ? reached
        : text.of("explain.instead", reached, instead(campaign, row, text));
  }

  private static String instead(Campaign campaign, LedgerPage.Row row, Texts text) {
    return row.countedInstead().stream()
        .map(
            counted -> {
              boolean sameDay = campaign.dayOf(counted.occurredAt()).equals(row.day());
              String at =
                  sameDay
                      ? text.clock(counted.occurredAt(), campaign.zone())
                      : text.time(counted.occurredAt(), campaign.zone());
              String what = text.ofCode("type.", counted.type());
              return counted
                  .name()
                  .map(name -> text.of("explain.counted", what, name, at))
                  .orElseGet(() -> text.of("explain.countedUnnamed", what, at));
            })
        .collect(Collectors.joining(text.of("explain.and")));
  }

  private static String sentence(
      Campaign campaign,
      LedgerPage.Row row,
      String reason,
      Optional<Indicator> indicator,
      Texts text) {
    String what = text.ofCode("type.", row.type());
    String name = indicator.map(Indicator::name).orElse(what);
    return switch (reason) {
      case "NO_INDICATOR" -> text.of("explain.NO_INDICATOR", what, row.day());
      case "UNKNOWN_ACCOUNT" -> text.of("explain.UNKNOWN_ACCOUNT", row.day());
      case "WRONG_ROLE" ->
          indicator
              .map(i -> text.of("explain.WRONG_ROLE", name, text.of("role." + i.role()), row.day()))
              .orElseGet(() -> text.of("explain.WRONG_ROLE.STUDENT", row.day()));
      case "OUTSIDE_WINDOW" ->
          text.of("explain.OUTSIDE_WINDOW", campaign.from(), campaign.to(), row.day());
      case "CONDITION_FAILED" -> text.of("explain.CONDITION_FAILED", name);
      case "WITHDRAWN" -> text.of("explain.WITHDRAWN", what);
      case "MONTH_CLOSED" ->
          text.of(
              "explain.MONTH_CLOSED",
              YearMonth.from(row.day()),
              text.time(row.receivedAt(), campaign.zone()));
      case "LIMIT_REACHED" ->
          text.of(
              "explain.LIMIT_REACHED",
              name,
              indicator.map(i -> LedgerRow.rule(i, text)).orElse(""),
              row.countedInstead().isEmpty() ? "--" : instead(campaign, row, text));
      default -> reason;
    };
  }
}
