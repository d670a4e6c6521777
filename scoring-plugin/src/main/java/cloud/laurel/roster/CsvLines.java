package cloud.laurel.roster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file of comma separated values, UTF-8 or GB18030, line by line. */
final class CsvLines implements SheetRows {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  private final TextFile file;

  CsvLines(TextFile file) {
    this.file = file;
  }

  @Override
  public void read(Problems problems, Sink rows) throws IOException {
    TextCheck check = new TextCheck(file, problems);
    Optional<Charset> charset = check.run();
    if (charset.isEmpty()) {
      return;
    }
    Reader text = new BufferedReader(new InputStreamReader(file.open(), charset.get()));
    text.mark(1);
    if (text.read() != 0xFEFF) {
      text.reset();
    }
    try (RowLimit limit = new RowLimit(text);
        CSVParser parser = CSVParser.builder().setReader(limit).setFormat(FORMAT).get()) {
      read(parser, limit, check.lines(), problems, rows);
    }
  }

  private void read(CSVParser parser, RowLimit limit, long lines, Problems problems, Sink rows)
      throws IOException {
    Iterator<CSVRecord> records = parser.iterator();
    while (true) {
      long line = parser.getCurrentLineNumber() + 1;
      limit.nextRow();
      List<String> cells;
      try {
        if (!records.hasNext()) {
          return;
        }
        cells = records.next().toList();
      } catch (UncheckedIOException e) {
        problems.add(file.name(), line, "", RosterProblem.QUOTE_OPEN);
        return;
      }
      if (!rows.take(line, cells, lines)) {
        return;
      }
    }
  }
}
