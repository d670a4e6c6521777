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
 * (rule R4), as the progress report has it. Ten thousand are made to sort them and twenty are
 * shown: words are made when they are asked for.
 *
 * @param rate exact, for sorting
 * @param tier how many tiers it reaches, at most 3
 * @param months the same month of each school
 */
public record HeatCell(Rate rate, int tier, List<Month> months, Texts text) {

  private static final int MOST_TIERS = 3;

  /** Of the same month of one or several schools. */
  static HeatCell of(Campaign campaign, List<Month> months, Texts text) {
    Rate best =
        new Rate(
            months.stream().mapToLong(HeatCell::best).sum(),
            months.stream().mapToLong(Month::eligible).sum());
    return new HeatCell(
        best, months.isEmpty() ? 0 : tier(campaign, months.get(0), best), months, text);
  }

  /** Whether there are pupils. */
  public boolean there() {
    return rate.whole() > 0;
  }

  /** Whether it may still move. */
  public boolean open() {
    return months.stream().anyMatch(Month::open);
  }

  /** The share, truncated to one decimal. */
  public String percent() {
    return rate.percent();
  }

  /** Participants and eligible pupils. */
  public String fraction() {
    return fraction(rate);
  }

  /** Each way to take part, as a line. */
  public List<String> ways() {
    Map<String, Long> participants = new LinkedHashMap<>();
    for (Month month : months) {
      for (Alternative way : month.alternatives()) {
        participants.merge(way.name(), way.participants(), Long::sum);
      }
    }
    return participants.entrySet().stream()
        .map(
            way -> {
              Rate share = new Rate(way.getValue(), rate.whole());
              return text.of("participation.way", way.getKey(), share.percent(), fraction(share));
            })
        .toList();
  }

  /** Who took part in the way that counts for the school. */
  private static long best(Month month) {
    return month.alternatives().stream().mapToLong(Alternative::participants).max().orElse(0);
  }

  private String fraction(Rate of) {
    return text.number(of.part()) + "/" + text.number(of.whole());
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
