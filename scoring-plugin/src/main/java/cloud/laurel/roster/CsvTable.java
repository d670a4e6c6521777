package cloud.laurel.roster;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One CSV file of the upload, read row by row; columns in any order, unknown ones ignored. */
final class CsvTable {

  private final String file;
  private final Set<String> required;
  private final Problems problems;
  private Map<String, Integer> columns = Map.of();
  private int width;
  private boolean heading;

  /**
   * A table to read.
   *
   * @param file its name in the archive
   * @param required headings without which no row is read
   */
  CsvTable(String file, Set<String> required, Problems problems) {
    this.file = file;
    this.required = required;
    this.problems = problems;
  }

  /** Whether the heading names a column; known once reading has begun. */
  boolean has(String column) {
    return columns.containsKey(column.toLowerCase(Locale.ROOT));
  }

  /** Hands each well-formed row on; adds a problem for each other one. */
  void read(RosterArchive archive, Consumer<CsvRow> rows) throws IOException {
    if (!archive.has(file)) {
      if (!problems.has(file)) {
        problems.file(file, RosterProblem.FILE_MISSING);
      }
      return;
    }
    heading = true;
    new CsvLines(archive.file(file))
        .read(problems, (line, cells, lines) -> take(line, cells, rows));
    if (heading && !problems.has(file)) {
      problems.file(file, RosterProblem.FILE_EMPTY);
    }
  }

  private boolean take(long line, List<String> cells, Consumer<CsvRow> rows) {
    if (heading) {
      heading = false;
      return readHeading(cells);
    }
    if (!isBlank(cells)) {
      take(cells, line, rows);
    }
    return true;
  }

  private boolean readHeading(List<String> row) {
    Map<String, Integer> found = new HashMap<>();
    boolean complete = true;
    for (int i = 0; i < row.size(); i++) {
      String heading = TidyText.of(row.get(i));
      if (!heading.isEmpty() && found.putIfAbsent(heading.toLowerCase(Locale.ROOT), i) != null) {
        problems.add(file, 1, heading, RosterProblem.COLUMN_TWICE);
        complete = false;
      }
    }
    columns = found;
    width = row.size();
    for (String column : required.stream().sorted().toList()) {
      if (!has(column)) {
        problems.add(file, 1, column, RosterProblem.COLUMN_MISSING);
        complete = false;
      }
    }
    return complete;
  }

  private void take(List<String> row, long line, Consumer<CsvRow> rows) {
    if (row.size() == width) {
      rows.accept(new CsvRow(file, line, row, columns, problems));
    } else {
      problems.add(file, line, "", RosterProblem.FIELD_COUNT, row.size(), width);
    }
  }

  private static boolean isBlank(List<String> row) {
    return row.stream().allMatch(value -> TidyText.of(value).isEmpty());
  }
}
