package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.roster.School;
import cloud.laurel.standing.SchoolDetail.Month;
import cloud.laurel.standing.SchoolOverview;
import cloud.laurel.web.Texts;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A line of the participation table: a school, or the schools of a central school.
 *
 * @param code of the school or central school; empty for schools that have none
 * @param schools how many it stands for
 * @param cells by month, the oldest first
 */
public record HeatRow(String code, String name, int schools, List<HeatCell> cells) {

  /** A line for each of these schools. */
  static List<HeatRow> ofSchools(
      Campaign campaign, List<SchoolOverview.School> schools, List<YearMonth> months, Texts text) {
    return schools.stream()
        .map(s -> row(campaign, s.row().code(), s.row().name(), List.of(s), months, text))
        .toList();
  }

  /**
   * A line for each central school, by name; the schools that have none come last.
   *
   * @param names of the central schools by code
   */
  static List<HeatRow> ofCentrals(
      Campaign campaign,
      List<SchoolOverview.School> schools,
      Map<String, School> roster,
      Map<String, String> names,
      List<YearMonth> months,
      Texts text) {
    Map<String, List<SchoolOverview.School>> groups = new TreeMap<>();
    for (SchoolOverview.School school : schools) {
      String central =
          Optional.ofNullable(roster.get(school.row().code()))
              .flatMap(School::centralSchool)
              .orElse("");
      groups.computeIfAbsent(central, c -> new ArrayList<>()).add(school);
    }
    return groups.entrySet().stream()
        .map(
            group ->
                row(
                    campaign,
                    group.getKey(),
                    group.getKey().isEmpty()
                        ? text.of("opening.direct")
                        : names.getOrDefault(group.getKey(), group.getKey()),
                    group.getValue(),
                    months,
                    text))
        .sorted(
            Comparator.comparing((HeatRow row) -> row.code().isEmpty())
                .thenComparing(HeatRow::name))
        .toList();
  }

  private static HeatRow row(
      Campaign campaign,
      String code,
      String name,
      List<SchoolOverview.School> schools,
      List<YearMonth> months,
      Texts text) {
    List<HeatCell> cells = new ArrayList<>(months.size());
    for (YearMonth month : months) {
      List<Month> same =
          schools.stream()
              .flatMap(s -> s.parts().months().stream())
              .filter(m -> m.month().equals(month))
              .toList();
      cells.add(HeatCell.of(campaign, same, text));
    }
    return new HeatRow(code, name, schools.size(), cells);
  }
}
