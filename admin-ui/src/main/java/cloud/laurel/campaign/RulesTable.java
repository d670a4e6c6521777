package cloud.laurel.campaign;

import cloud.laurel.web.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A campaign's rules as people read them.
 *
 * @param lines for administrators and teachers, in order
 * @param tiers for pupils, one line for each tier
 * @param gate the opening gate in words, empty without one
 * @param score what a school's score is the sum of, with its settings, and which schools take part
 */
public record RulesTable(List<Line> lines, List<TierLine> tiers, String gate, List<String> score) {

  /**
   * A line of the scoring table for administrators and teachers.
   *
   * @param both whether the other side earns the points too
   * @param condition when an action is valid, empty when it always is
   */
  public record Line(
      String role,
      String group,
      String name,
      List<String> actions,
      int points,
      String limit,
      boolean both,
      String condition) {}

  /** A line of the scoring table for pupils. */
  public record TierLine(String name, List<String> alternatives, String from, int points) {}

  static RulesTable of(Rules rules, Texts text) {
    return new RulesTable(
        rules.indicators().stream().map(i -> line(i, text)).toList(),
        rules.participation().stream()
            .flatMap(p -> p.tiers().stream().map(tier -> tier(p, tier)))
            .toList(),
        rules
            .gate()
            .map(g -> text.of("campaigns.gateIs", percent(g.teachers()), percent(g.students())))
            .orElse(""),
        Stream.concat(
                Stream.of(
                    String.join(
                        " + ",
                        rules.terms().stream().map(t -> text.of("score.term." + t)).toList()),
                    text.of("score.divisor." + rules.divisor()),
                    text.of("score.studentMean." + rules.studentMean())),
                takingPart(rules, text).stream())
            .toList());
  }

  private static Optional<String> takingPart(Rules rules, Texts text) {
    List<String> schools = rules.schools().stream().sorted().toList();
    return schools.isEmpty()
        ? Optional.empty()
        : Optional.of(text.of("campaign.schools", schools.size(), String.join(", ", schools)));
  }

  private static Line line(Indicator indicator, Texts text) {
    return new Line(
        text.of("role." + indicator.role()),
        indicator.group(),
        indicator.name(),
        indicator.actions().stream().sorted().map(a -> text.ofCode("type.", a)).toList(),
        indicator.points(),
        text.of("limit." + indicator.limit().per(), indicator.limit().count()),
        indicator.beneficiaries().contains(Indicator.Beneficiary.COUNTERPART),
        indicator.condition().map(Condition::text).orElse(""));
  }

  private static TierLine tier(Participation participation, Participation.Tier tier) {
    return new TierLine(
        participation.name(),
        participation.alternatives().stream().map(Participation.Alternative::name).toList(),
        percent(tier.atLeast()),
        tier.points());
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
