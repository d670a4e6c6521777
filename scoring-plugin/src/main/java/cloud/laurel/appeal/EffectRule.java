package cloud.laurel.appeal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.campaign.PeriodRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What granting an appeal would do to the person's points. */
final class EffectRule {

  private EffectRule() {}

  /** The period in which an indicator's limit counts. */
  record Period(String indicator, String period) {}

  /** The indicators under which an award of a day can be granted. */
  static List<Indicator> indicators(Campaign campaign, LocalDate day) {
    return campaign.rulesOn(day).indicators();
  }

  /** One of them by its code. */
  static Optional<Indicator> indicator(Campaign campaign, LocalDate day, String code) {
    return indicators(campaign, day).stream().filter(i -> i.code().equals(code)).findFirst();
  }

  /** The periods in which limits count that day, or that object. */
  static Set<String> periods(Campaign campaign, LocalDate day, Optional<String> object) {
    return indicators(campaign, day).stream()
        .map(i -> period(campaign, i, day, object))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * An effect for each indicator that can be chosen, the claimed one first. An award that is
   * earlier than what holds the limit's place takes that place over, which moves no points.
   *
   * @param object id of what the action was done to, where known
   * @param taken places that are taken already
   */
  static List<Effect> ofGranting(
      Campaign campaign, Appeal appeal, Optional<String> object, Map<Period, Long> taken) {
    List<Effect> effects = new ArrayList<>();
    for (Indicator indicator : indicators(campaign, appeal.day())) {
      Period period =
          new Period(indicator.code(), period(campaign, indicator, appeal.day(), object));
      boolean free = taken.getOrDefault(period, 0L) < indicator.limit().count();
      effects.add(new Effect(indicator.code(), free ? indicator.points() : 0));
    }
    effects.sort(Comparator.comparing(e -> !e.indicator().equals(appeal.indicator())));
    return effects;
  }

  private static String period(
      Campaign campaign, Indicator indicator, LocalDate day, Optional<String> object) {
    return PeriodRule.period(indicator.limit().per(), day, campaign.rulesOn(day), object);
  }
}
