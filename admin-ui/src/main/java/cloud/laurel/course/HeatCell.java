package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Participation;
import cloud.laurel.standing.Rate;
import cloud.laurel.standing.SchoolDetail.Alternative;
import cloud.laurel.standing.SchoolDetail.Month;
import cloud.laurel.web.Texts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pupils' participation of some schools in a month: of each school the better way to take part
 * (rule R4), as the progress report has it.
 *
 * @param rate exact, for sorting
 * @param tier how many tiers it reaches, at most 3
 * @param there whether there are pupils
 * @param open whether it may still move
 * @param percent truncated to one decimal
 * @param fraction participants and eligible pupils
 * @param ways each way to take part, as a line
 */
public record HeatCell(
    Rate rate,
    int tier,
    boolean there,
    boolean open,
    String percent,
    String fraction,
    List<String> ways) {

  private static final int MOST_TIERS = 3;

  /** Of the same month of one or several schools. */
  static HeatCell of(Campaign campaign, List<Month> months, Texts text) {
    long eligible = months.stream().mapToLong(Month::eligible).sum();
    Map<String, Long> participants = new LinkedHashMap<>();
    for (Month month : months) {
      for (Alternative way : month.alternatives()) {
        participants.merge(way.name(), way.participants(), Long::sum);
      }
    }
    Rate best = new Rate(months.stream().mapToLong(HeatCell::best).sum(), eligible);
    return new HeatCell(
        best,
        months.isEmpty() ? 0 : tier(campaign, months.get(0), best),
        eligible > 0,
        months.stream().anyMatch(Month::open),
        best.percent(),
        fraction(best, text),
        participants.entrySet().stream()
            .map(
                way -> {
                  Rate rate = new Rate(way.getValue(), eligible);
                  return text.of(
                      "participation.way", way.getKey(), rate.percent(), fraction(rate, text));
                })
            .toList());
  }

  /** Who took part in the way that counts for the school. */
  private static long best(Month month) {
    return month.alternatives().stream().mapToLong(Alternative::participants).max().orElse(0);
  }

  private static String fraction(Rate rate, Texts text) {
    return text.number(rate.part()) + "/" + text.number(rate.whole());
  }

  private static int tier(Campaign campaign, Month month, Rate rate) {
    long reached =
        campaign.rulesOf(month.month()).participation().stream()
            .limit(1)
            .flatMap(rule -> rule.tiers().stream())
            .sorted(Comparator.comparing(Participation.Tier::atLeast))
            .filter(tier -> rate.reaches(tier.atLeast()))
            .count();
    return (int) Math.min(MOST_TIERS, reached);
  }
}
