package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Participation;
import cloud.laurel.campaign.Rules;
import cloud.laurel.web.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A school's score unfolded, in the words and numbers that pages show; the same for the school
 * itself and for the bureau.
 */
public record SchoolSheet(
    String code,
    String name,
    int rank,
    int schools,
    String score,
    Part administrators,
    Part teachers,
    String studentMean,
    List<MonthSheet> months,
    OpeningSheet teacherOpening,
    OpeningSheet studentOpening,
    boolean gate,
    boolean passesGate,
    String asOf,
    long pending) {

  /** Points of a group over its number. */
  public record Part(String points, String count, String mean) {
    static Part of(SchoolDetail.Mean mean, Texts text) {
      return new Part(text.number(mean.points()), text.number(mean.count()), mean.mean().text());
    }
  }

  /** A month of the pupils. */
  public record MonthSheet(
      String month, String eligible, int points, boolean open, List<Bar> bars) {}

  /**
   * A way to take part, as a bar against the tiers.
   *
   * @param counts whether this is the one that counts
   * @param missing how many more pupils reach the next tier, 0 at the top
   * @param nextPoints what the next tier earns
   */
  public record Bar(
      String name,
      String participants,
      String rate,
      boolean counts,
      long missing,
      int nextPoints) {}

  /**
   * Spaces of a group against the gate.
   *
   * @param goal the gate in per cent, empty without one
   * @param missing people who have yet to register for the gate
   */
  public record OpeningSheet(
      String eligible,
      String registered,
      String activated,
      String rate,
      String goal,
      boolean passes,
      long missing) {}

  static SchoolSheet of(Campaign campaign, SchoolDetail detail, Texts text) {
    Optional<Rules.Gate> gate = detail.rules().gate();
    return new SchoolSheet(
        detail.code(),
        detail.name(),
        detail.rank(),
        detail.schools(),
        detail.score().text(),
        Part.of(detail.administrators(), text),
        Part.of(detail.teachers(), text),
        detail.studentMean().text(),
        detail.months().stream().map(month -> month(campaign, month, text)).toList().stream()
            .sorted((a, b) -> b.month().compareTo(a.month()))
            .toList(),
        opening(detail.teacherOpening(), gate.map(Rules.Gate::teachers), text),
        opening(detail.studentOpening(), gate.map(Rules.Gate::students), text),
        gate.isPresent(),
        detail.passesOpeningGate(),
        text.seconds(detail.asOf(), campaign.zone()),
        detail.pending());
  }

  private static MonthSheet month(Campaign campaign, SchoolDetail.Month month, Texts text) {
    List<Participation.Tier> tiers =
        campaign.rulesOf(month.month()).participation().stream()
            .flatMap(p -> p.tiers().stream())
            .toList();
    return new MonthSheet(
        month.month().toString(),
        text.number(month.eligible()),
        month.points(),
        month.open(),
        month.alternatives().stream().map(a -> bar(month, a, tiers, text)).toList());
  }

  private static Bar bar(
      SchoolDetail.Month month,
      SchoolDetail.Alternative alternative,
      List<Participation.Tier> tiers,
      Texts text) {
    Optional<Participation.Tier> next =
        tiers.stream().filter(tier -> !alternative.rate().reaches(tier.atLeast())).findFirst();
    return new Bar(
        alternative.name(),
        text.number(alternative.participants()),
        alternative.rate().percent(),
        alternative.points() > 0 && alternative.points() == month.points(),
        next.map(tier -> alternative.rate().missingTo(tier.atLeast())).orElse(0L),
        next.map(Participation.Tier::points).orElse(0));
  }

  /** Spaces of a group against the gate, if there is one. */
  public static OpeningSheet opening(
      SchoolDetail.Opening opening, Optional<BigDecimal> gate, Texts text) {
    return new OpeningSheet(
        text.number(opening.eligible()),
        text.number(opening.registered()),
        text.number(opening.activated()),
        opening.rate().percent(),
        gate.map(g -> g.movePointRight(2).stripTrailingZeros().toPlainString()).orElse(""),
        gate.map(g -> opening.rate().reaches(g)).orElse(true),
        gate.map(g -> opening.rate().missingTo(g)).orElse(0L));
  }
}
