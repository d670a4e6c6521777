package cloud.laurel.roster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One CSV file of the upload, read row by row; columns in any order, unknown ones ignored. */
final class CsvTable {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  private final String file;
  private final Set<String> required;
  private final Problems problems;
  private Map<String, Integer> columns = Map.of();
  private int width;

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
    Optional<Charset> charset = new TextCheck(file, archive, problems).run();
    if (charset.isEmpty()) {
      return;
    }
    Reader text = new BufferedReader(new InputStreamReader(archive.read(file), charset.get()));
    text.mark(1);
    if (text.read() != 0xFEFF) {
      text.reset();
    }
    try (RowLimit limit = new RowLimit(text);
        CSVParser parser = CSVParser.builder().setReader(limit).setFormat(FORMAT).get()) {
      read(parser, limit, rows);
    }
  }

  private void read(CSVParser parser, RowLimit limit, Consumer<CsvRow> rows) throws IOException {
    Iterator<CSVRecord> records = parser.iterator();
    boolean heading = true;
    while (true) {
      long line = parser.getCurrentLineNumber() + 1;
      limit.nextRow();
      CSVRecord row;
      try {
        if (!records.hasNext()) {
          break;
        }
        row = records.next();
      } catch (UncheckedIOException e) {
        problems.add(file, line, "", RosterProblem.QUOTE_OPEN);
        return;
      }
      if (heading) {
        heading = false;
        if (!readHeading(row)) {
          return;
        }
      } else if (!isBlank(row)) {
        take(row, line, rows);
      }
    }
    if (heading) {
      problems.file(file, RosterProblem.FILE_EMPTY);
    }
  }

  private boolean readHeading(CSVRecord row) {
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

  private void take(CSVRecord row, long line, Consumer<CsvRow> rows) {
    if (row.size() == width) {
      rows.accept(new CsvRow(file, line, row, columns, problems));
    } else {
      problems.add(file, line, "", RosterProblem.FIELD_COUNT, row.size(), width);
    }
  }

  private static boolean isBlank(CSVRecord row) {
    return row.stream().allMatch(value -> TidyText.of(value).isEmpty());
  }
}
