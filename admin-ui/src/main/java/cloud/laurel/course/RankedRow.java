package cloud.laurel.course;

import cloud.laurel.standing.SchoolStandings.Row;
import cloud.laurel.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A school of a board with its way since last week.
 *
 * @param glyph ▲2, ▼1, – or new; empty when there is nothing to compare with
 * @param words the same for those who hear the page
 */
public record RankedRow(Row row, String glyph, String words) {

  /**
   * From a board's rows.
   *
   * @param movement places gained by school, empty in the first week
   */
  static List<RankedRow> of(List<Row> rows, Map<String, Integer> movement, Texts text) {
    return rows.stream()
        .map(
            row ->
                movement.isEmpty()
                    ? new RankedRow(row, "", "")
                    : of(row, Optional.ofNullable(movement.get(row.code())), text))
        .toList();
  }

  private static RankedRow of(Row row, Optional<Integer> gained, Texts text) {
    if (gained.isEmpty()) {
      return new RankedRow(row, text.of("movement.new"), "");
    }
    int places = gained.get();
    if (places == 0) {
      return new RankedRow(row, "–", text.of("movement.same"));
    }
    int by = Math.abs(places);
    return places > 0
        ? new RankedRow(row, "▲" + by, text.of("movement.up", by))
        : new RankedRow(row, "▼" + by, text.of("movement.down", by));
  }
}
