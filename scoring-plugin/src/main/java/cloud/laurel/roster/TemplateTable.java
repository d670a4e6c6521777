package cloud.laurel.roster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A table of people in the columns of our template, in any order and with any others between. The
 * heading may stand below a title, and on any sheet; what follows its sheet is not read.
 */
final class TemplateTable {

  /** A title and a few words of explanation may stand above the heading. */
  private static final int HEADING_WITHIN = 10;

  private static final int KNOWN_IN_HEADING = 3;

  private final boolean strict;
  private final Problems problems;
  private final Progress progress;
  private final Map<TemplateColumn, String> headings = new EnumMap<>(TemplateColumn.class);
  private final Map<String, Integer> columns = new HashMap<>();
  private List<String> heading = List.of();
  private long lastLine;
  private int inSheet;
  private long people;
  private boolean sound = true;

  /**
   * A table to read.
   *
   * @param strict whether each row must have the heading's width, as in a file of separated values
   */
  TemplateTable(boolean strict, Problems problems, Progress progress) {
    this.strict = strict;
    this.problems = problems;
    this.progress = progress;
  }

  /** Hands each row on that says anything. */
  void read(SheetRows sheet, Consumer<CsvRow> rows) throws IOException {
    sheet.read(problems, (line, cells, lines) -> take(line, cells, lines, rows));
  }

  private boolean take(long line, List<String> cells, long lines, Consumer<CsvRow> rows) {
    if (line <= lastLine) {
      if (isFound()) {
        return false;
      }
      inSheet = 0;
    }
    lastLine = line;
    if (!isFound()) {
      return ++inSheet > HEADING_WITHIN || !isHeading(cells) || readHeading(cells, line);
    }
    if (isSaying(cells)) {
      progress.at(++people, lines);
      give(line, cells, rows);
    }
    return true;
  }

  private void give(long line, List<String> cells, Consumer<CsvRow> rows) {
    boolean wider =
        cells.size() > heading.size()
            && cells.stream().skip(heading.size()).anyMatch(c -> !TidyText.of(c).isEmpty());
    if (strict && wider) {
      problems.add(
          UploadedFile.NAME, line, "", RosterProblem.FIELD_COUNT, cells.size(), heading.size());
      return;
    }
    List<String> padded = new ArrayList<>(cells);
    while (padded.size() < heading.size()) {
      padded.add("");
    }
    rows.accept(new CsvRow(UploadedFile.NAME, line, padded, columns, problems));
  }

  private static boolean isHeading(List<String> cells) {
    return cells.stream().flatMap(c -> TemplateColumn.of(c).stream()).distinct().count()
        >= KNOWN_IN_HEADING;
  }

  /** Whether the rows below can be read. */
  private boolean readHeading(List<String> cells, long line) {
    heading = List.copyOf(cells);
    for (int i = 0; i < cells.size(); i++) {
      String text = TidyText.of(cells.get(i));
      TemplateColumn column = TemplateColumn.of(text).orElse(null);
      if (column != null && headings.putIfAbsent(column, text) != null) {
        problems.add(UploadedFile.NAME, line, text, RosterProblem.COLUMN_TWICE);
        sound = false;
      } else if (column != null) {
        columns.put(text.toLowerCase(Locale.ROOT), i);
      }
    }
    return sound;
  }

  private boolean isSaying(List<String> cells) {
    return columns.values().stream()
        .anyMatch(i -> i < cells.size() && !TidyText.of(cells.get(i)).isEmpty());
  }

  /** Whether there is a heading of our template. */
  boolean isFound() {
    return !heading.isEmpty();
  }

  /** Whether the heading names a column. */
  boolean has(TemplateColumn column) {
    return headings.containsKey(column);
  }

  /** What the file itself calls a column; empty when it has none. */
  String heading(TemplateColumn column) {
    return headings.getOrDefault(column, "");
  }

  /** The cells of the heading. */
  List<String> heading() {
    return heading;
  }
}
