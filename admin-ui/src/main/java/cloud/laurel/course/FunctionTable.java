package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.campaign.Role;
import cloud.laurel.standing.Rate;
import cloud.laurel.web.Texts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The teachers' points by function and week.
 *
 * @param heads names of the functions, the one that brought most first
 * @param weeks the first week first; empty before the first night
 * @param conclusion what the chart says, as a sentence
 */
public record FunctionTable(List<String> heads, List<Week> weeks, String conclusion) {

  /** Series that a chart can tell apart. */
  private static final int DRAWN = 5;

  /** A week with its points by function. */
  public record Week(String monday, String label, List<Cell> cells, String total) {}

  /** A number, and what is drawn of it; nothing from the sixth function on. */
  public record Cell(String points, boolean drawn) {}

  static FunctionTable of(Campaign campaign, List<WeekActivity> activity, Texts text) {
    Map<String, String> names = new HashMap<>();
    campaign.versions().stream()
        .flatMap(version -> version.rules().indicators().stream())
        .filter(indicator -> indicator.role() == Role.TEACHER)
        .forEach(indicator -> names.put(indicator.code(), indicator.name()));
    campaign.indicators().stream()
        .filter(i -> i.role() == Role.TEACHER)
        .forEach((Indicator i) -> names.put(i.code(), i.name()));
    Map<String, Long> sums = new HashMap<>();
    TreeMap<LocalDate, Map<String, Long>> weeks = new TreeMap<>();
    for (WeekActivity week : activity) {
      if (names.containsKey(week.indicator())) {
        sums.merge(week.indicator(), week.points(), Long::sum);
        weeks
            .computeIfAbsent(week.monday(), m -> new HashMap<>())
            .put(week.indicator(), week.points());
      }
    }
    if (weeks.isEmpty()) {
      return new FunctionTable(List.of(), List.of(), "");
    }
    List<String> order =
        sums.keySet().stream()
            .sorted(
                Comparator.comparing((String code) -> -sums.get(code)).thenComparing(names::get))
            .toList();
    long all = sums.values().stream().mapToLong(Long::longValue).sum();
    String first = order.get(0);
    return new FunctionTable(
        order.stream().map(names::get).toList(),
        weeks.entrySet().stream().map(w -> week(w.getKey(), w.getValue(), order, text)).toList(),
        text.filled(
            "functions.conclusion",
            List.of(
                text.number(all),
                names.get(first),
                new Rate(sums.get(first), all).percent(),
                weeks.lastKey().toString(),
                text.number(sum(weeks.lastEntry().getValue())))));
  }

  private static Week week(
      LocalDate monday, Map<String, Long> points, List<String> order, Texts text) {
    return new Week(
        monday.toString(),
        monday.toString().substring(5),
        order.stream()
            .map(
                code ->
                    new Cell(
                        String.valueOf(points.getOrDefault(code, 0L)), order.indexOf(code) < DRAWN))
            .toList(),
        text.number(sum(points)));
  }

  private static long sum(Map<String, Long> points) {
    return points.values().stream().mapToLong(Long::longValue).sum();
  }
}
