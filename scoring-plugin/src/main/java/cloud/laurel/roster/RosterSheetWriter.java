package cloud.laurel.roster;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table of people so that a spreadsheet leaves it as it is: long numbers stay text. */
final class RosterSheetWriter implements AutoCloseable {

  /** Rows after which what is written leaves the memory. */
  private static final int FLUSH = 500;

  private static final double WIDTH = 16;

  private final OutputStream out;
  private final List<String> heading;
  private final CSVPrinter csv;
  private final Workbook workbook;
  private final Worksheet sheet;
  private final boolean isCsv;
  private int rows;

  /**
   * Begins a file.
   *
   * @param csv separated values instead of a workbook
   * @param name of the workbook's sheet
   */
  RosterSheetWriter(OutputStream out, boolean csv, String name, List<String> heading)
      throws IOException {
    this.out = out;
    this.heading = heading;
    this.isCsv = csv;
    this.workbook = new Workbook(csv ? OutputStream.nullOutputStream() : out, "Laurel", "1.0");
    this.sheet = workbook.newWorksheet(name);
    BufferedWriter text =
        new BufferedWriter(
            new OutputStreamWriter(
                csv ? out : OutputStream.nullOutputStream(), StandardCharsets.UTF_8));
    this.csv = new CSVPrinter(text, CSVFormat.RFC4180);
    if (csv) {
      // without the mark Excel takes UTF-8 for something else
      text.write('\uFEFF');
      this.csv.printRecord(heading);
    } else {
      head();
    }
  }

  private void head() {
    for (int i = 0; i < heading.size(); i++) {
      sheet.style(i).format("@").set();
      sheet.width(i, WIDTH);
      sheet.value(0, i, heading.get(i));
      sheet.style(0, i).bold().fillColor("E3EEFA").format("@").set();
    }
    sheet.freezePane(0, 1);
    rows = 1;
  }

  /** Adds a row. */
  void row(List<String> cells) {
    try {
      if (isCsv) {
        csv.printRecord(cells);
        return;
      }
      for (int i = 0; i < cells.size(); i++) {
        if (!cells.get(i).isEmpty()) {
          sheet.inlineString(rows, i, cells.get(i));
          sheet.style(rows, i).format("@").set();
        }
      }
      if (++rows % FLUSH == 0) {
        sheet.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a sheet of words behind the people's. */
  void words(String name, List<List<String>> lines) throws IOException {
    sheet.finish();
    Worksheet words = workbook.newWorksheet(name);
    words.width(0, WIDTH);
    words.width(1, 90);
    for (int row = 0; row < lines.size(); row++) {
      for (int i = 0; i < lines.get(row).size(); i++) {
        words.value(row, i, lines.get(row).get(i));
      }
    }
    words.finish();
  }

  @Override
  public void close() throws IOException {
    if (isCsv) {
      csv.flush();
    } else {
      workbook.finish();
    }
    out.flush();
  }
}
