package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Participation;
import cloud.laurel.standing.SchoolDetail.Alternative;
import cloud.laurel.standing.SchoolDetail.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the heat map of pupils' participation: a school, or several together.
 *
 * @param code of the school or central school
 * @param name its name
 * @param cells one for each month that has begun, oldest first
 * @param mean the pupils' mean of its score; of several schools the mean of theirs
 */
public record HeatRow(String code, String name, List<Cell> cells, Score mean) {

  /** The scale has four colours. */
  private static final int TOP_TIER = 3;

  /**
   * A month.
   *
   * @param best the share that counts: the better way to take part
   * @param tier how many of the campaign's tiers it reaches, at most {@value HeatRow#TOP_TIER}
   * @param points what the month earns; of several schools their mean is in the row only
   * @param open whether it may still move
   * @param ways every way to take part
   */
  public record Cell(
      YearMonth month, Rate best, int tier, int points, boolean open, List<Alternative> ways) {

    /** Whether there is anybody who could take part. */
    public boolean isKnown() {
      return best.whole() > 0;
    }
  }

  static HeatRow of(Campaign campaign, SchoolOverview.School school) {
    return new HeatRow(
        school.row().code(),
        school.row().name(),
        school.parts().months().stream().map(month -> cell(campaign, month)).toList(),
        school.parts().studentMean());
  }

  /** Several schools as one: their pupils together, each way to take part on its own. */
  static HeatRow together(
      Campaign campaign, String code, String name, List<SchoolOverview.School> schools) {
    Map<YearMonth, List<Month>> byMonth = new HashMap<>();
    Score sum = Score.ZERO;
    for (SchoolOverview.School school : schools) {
      school
          .parts()
          .months()
          .forEach(m -> byMonth.computeIfAbsent(m.month(), x -> new ArrayList<>()).add(m));
      sum = sum.plus(school.parts().studentMean());
    }
    return new HeatRow(
        code,
        name,
        byMonth.keySet().stream()
            .sorted()
            .map(month -> cell(campaign, sum(month, byMonth.get(month))))
            .toList(),
        new Score(sum.exact().divide(Math.max(1, schools.size()))));
  }

  private static Month sum(YearMonth month, List<Month> of) {
    List<Alternative> ways = new ArrayList<>();
    long eligible = of.stream().mapToLong(Month::eligible).sum();
    for (int i = 0; i < of.get(0).alternatives().size(); i++) {
      int way = i;
      long part = of.stream().mapToLong(m -> m.alternatives().get(way).participants()).sum();
      ways.add(
          new Alternative(
              of.get(0).alternatives().get(i).name(), part, new Rate(part, eligible), 0));
    }
    return new Month(month, eligible, ways, 0, of.stream().anyMatch(Month::open));
  }

  private static Cell cell(Campaign campaign, Month month) {
    Rate best =
        month.alternatives().stream()
            .map(Alternative::rate)
            .max(Rate.BY_SHARE)
            .orElse(new Rate(0, 0));
    long tiers =
        campaign.rulesOf(month.month()).participation().stream()
            .findFirst()
            .map(Participation::tiers)
            .orElse(List.of())
            .stream()
            .filter(tier -> best.reaches(tier.atLeast()))
            .count();
    return new Cell(
        month.month(),
        best,
        (int) Math.min(TOP_TIER, tiers),
        month.points(),
        month.open(),
        month.alternatives());
  }

  /** A month's cell. */
  Optional<Cell> in(YearMonth month) {
    return cells.stream().filter(cell -> cell.month().equals(month)).findFirst();
  }

  /** Smaller shares of a month first. */
  static Comparator<HeatRow> by(YearMonth month) {
    return Comparator.comparing(
        row -> row.in(month).map(Cell::best).orElse(new Rate(0, 0)), Rate.BY_SHARE);
  }
}
