package cloud.laurel.goal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.campaign.Limit;
import cloud.laurel.campaign.PeriodRule;
import cloud.laurel.campaign.Role;
import cloud.laurel.campaign.RuleVersion;
import cloud.laurel.plugin.Problem;
import cloud.laurel.store.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a goal may be, and which points count for it. */
final class GoalRule {

  static final int LONGEST_NAME = 60;
  static final long MOST_POINTS = 1_000_000;

  private static final Set<Limit.Per> PERIODS =
      Set.of(Limit.Per.CAMPAIGN, Limit.Per.TERM, Limit.Per.MONTH);

  private GoalRule() {}

  /**
   * Reads a goal.
   *
   * @param others the school's other goals
   * @throws InvalidInput with everything that is wrong at once
   */
  static Goal read(Campaign campaign, long id, GoalDraft draft, List<Goal> others) {
    List<Problem> problems = new ArrayList<>();
    String name = draft.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      problems.add(new Problem("name", "must have 1 to " + LONGEST_NAME + " characters"));
    } else if (others.stream().anyMatch(o -> o.name().equals(name))) {
      problems.add(new Problem("name", "is the name of another goal of the school"));
    }
    Optional<Role> role = one(Role.values(), draft.role()).filter(r -> r != Role.STUDENT);
    if (role.isEmpty()) {
      problems.add(new Problem("role", "must be TEACHER or ADMINISTRATOR"));
    }
    Set<String> indicators = new LinkedHashSet<>(draft.indicators());
    if (role.isPresent() && !codes(campaign, role.get()).containsAll(indicators)) {
      problems.add(new Problem("indicators", "must be indicators of the campaign for the role"));
    }
    Optional<Long> points = points(draft.points());
    if (points.isEmpty()) {
      problems.add(new Problem("points", "must be a whole number from 1 to " + MOST_POINTS));
    }
    Optional<Limit.Per> period = one(Limit.Per.values(), draft.period()).filter(PERIODS::contains);
    if (period.isEmpty()) {
      problems.add(new Problem("period", "must be CAMPAIGN, TERM or MONTH"));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    return new Goal(
        id, name, role.orElseThrow(), indicators, points.orElseThrow(), period.orElseThrow());
  }

  private static <E extends Enum<E>> Optional<E> one(E[] values, String name) {
    return List.of(values).stream().filter(v -> v.name().equals(name)).findFirst();
  }

  private static Optional<Long> points(String text) {
    try {
      return Optional.of(Long.parseLong(text.strip())).filter(p -> p >= 1 && p <= MOST_POINTS);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The codes whose points count: those of every version, since older days stay judged by them. */
  static Set<String> counting(Campaign campaign, Goal goal) {
    return goal.indicators().isEmpty() ? codes(campaign, goal.role()) : goal.indicators();
  }

  private static Set<String> codes(Campaign campaign, Role role) {
    return campaign.versions().stream()
        .map(RuleVersion::rules)
        .flatMap(rules -> rules.indicators().stream())
        .filter(i -> i.role() == role)
        .map(Indicator::code)
        .collect(Collectors.toSet());
  }

  /** First scoring day of the period that a day is in. */
  static LocalDate firstDay(Campaign campaign, Limit.Per period, LocalDate day) {
    String name = period(campaign, period, day);
    LocalDate first = day;
    while (first.isAfter(campaign.from())
        && period(campaign, period, first.minusDays(1)).equals(name)) {
      first = first.minusDays(1);
    }
    return first;
  }

  private static String period(Campaign campaign, Limit.Per period, LocalDate day) {
    return PeriodRule.period(period, day, campaign.newest().rules(), Optional.empty());
  }
}
