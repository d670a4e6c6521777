package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.plugin.Problem;
import cloud.laurel.scoring.Reason;
import cloud.laurel.standing.LedgerQuery.Verdict;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads which lines of a ledger an address or a call asks for. */
final class LedgerParameters {

  private LedgerParameters() {}

  /**
   * Reads the query parameters of a call.
   *
   * @throws cloud.laurel.web.ApiProblem 400 naming each one that is wrong
   */
  static LedgerQuery of(
      Campaign campaign,
      @Nullable String day,
      @Nullable String indicator,
      @Nullable String verdict,
      @Nullable String reason) {
    List<Problem> problems = new ArrayList<>();
    LedgerQuery query = read(campaign, day, indicator, verdict, reason, problems);
    if (!problems.isEmpty()) {
      throw Paging.invalid(problems).asException();
    }
    return query;
  }

  /** Reads what can be read; whatever is nonsense counts as not given, and as a problem. */
  static LedgerQuery read(
      Campaign campaign,
      @Nullable String day,
      @Nullable String indicator,
      @Nullable String verdict,
      @Nullable String reason,
      List<Problem> problems) {
    LedgerQuery query =
        new LedgerQuery(
            read("day", day, LedgerParameters::day, "must be a day such as 2020-12-01", problems),
            read(
                "indicator",
                indicator,
                code -> known(campaign, code),
                "must be an indicator of the campaign: "
                    + String.join(", ", codes(campaign).toList()),
                problems),
            read("verdict", verdict, one(Verdict.values()), oneOf(Verdict.values()), problems),
            read("reason", reason, one(Reason.values()), oneOf(Reason.values()), problems)
                .map(Reason::name));
    if (query.reason().isPresent() && query.verdict().equals(Optional.of(Verdict.COUNTED))) {
      problems.add(new Problem("reason", "cannot be given together with verdict=COUNTED"));
    }
    return query;
  }

  private static <T> Optional<T> read(
      String field,
      @Nullable String text,
      Function<String, Optional<T>> reader,
      String problem,
      List<Problem> problems) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> value = reader.apply(text);
    if (value.isEmpty()) {
      problems.add(new Problem(field, problem));
    }
    return value;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> known(Campaign campaign, String code) {
    return codes(campaign).filter(code::equals).findFirst();
  }

  /** Also those that only an older version of the rules has: their lines are still there. */
  private static Stream<String> codes(Campaign campaign) {
    return campaign.versions().stream()
        .flatMap(
            version ->
                Stream.concat(
                    version.rules().indicators().stream().map(i -> i.code()),
                    version.rules().participation().stream().map(p -> p.code())))
        .distinct();
  }

  private static <E extends Enum<E>> Function<String, Optional<E>> one(E[] values) {
    return text -> Arrays.stream(values).filter(v -> v.name().equals(text)).findFirst();
  }

  private static String oneOf(Enum<?>[] values) {
    return "must be one of " + String.join(", ", Arrays.stream(values).map(v -> v.name()).toList());
  }
}
