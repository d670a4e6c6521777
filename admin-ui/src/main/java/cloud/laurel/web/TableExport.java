package cloud.laurel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as a file, written row by row: CSV, or XLSX when the request says {@code format=xlsx}. A
 * cell is a text, an {@link Integer}, a {@link Long}, a {@link BigDecimal} or a {@link LocalDate};
 * numbers and days stay numbers and days in XLSX. Texts that a spreadsheet would run as a formula
 * are made harmless.
 */
public final class TableExport {

  private static final int ROWS_IN_MEMORY = 500;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private TableExport() {}

  /**
   * Answers with the table.
   *
   * @param name of the file, without suffix; may be in any script
   * @param rows closed afterwards; each as long as {@code heads}
   */
  public static void send(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      List<String> heads,
      Stream<? extends List<?>> rows)
      throws IOException {
    boolean xlsx = "xlsx".equals(request.getParameter("format"));
    response.setContentType(xlsx ? XLSX : "text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", attachment(name + (xlsx ? ".xlsx" : ".csv")));
    try (rows;
        OutputStream out = response.getOutputStream()) {
      if (xlsx) {
        writeXlsx(out, name, heads, rows);
      } else {
        writeCsv(out, heads, rows);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The header that has a file saved under a name of any script. */
  public static String attachment(String fileName) {
    String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    String plain = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }

  private static void writeCsv(OutputStream out, List<String> heads, Stream<? extends List<?>> rows)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    // Spreadsheets take a CSV without this mark for the machine's own charset.
    writer.write('\uFEFF');
    writer.write(Csv.line(heads));
    rows.forEach(
        row -> {
          try {
            writer.write(Csv.line(row.stream().map(TableExport::plain).toList()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    writer.flush();
  }

  private static String plain(Object cell) {
    return cell instanceof BigDecimal decimal ? decimal.toPlainString() : cell.toString();
  }

  private static void writeXlsx(
      OutputStream out, String name, List<String> heads, Stream<? extends List<?>> rows)
      throws IOException {
    try (Workbook workbook = new Workbook(out, "Laurel", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(name.replaceAll("[\\[\\]:*?/\\\\]", " "));
      sheet.freezePane(0, 1);
      for (int column = 0; column < heads.size(); column++) {
        sheet.value(0, column, heads.get(column));
        sheet.style(0, column).bold().set();
      }
      int[] written = {0};
      rows.forEach(row -> write(sheet, ++written[0], row));
      sheet.finish();
    }
  }

  private static void write(Worksheet sheet, int at, List<?> row) {
    for (int column = 0; column < row.size(); column++) {
      Object cell = row.get(column);
      if (cell instanceof Number number) {
        sheet.value(at, column, number);
      } else if (cell instanceof LocalDate day) {
        sheet.value(at, column, day);
        sheet.style(at, column).format("yyyy-mm-dd").set();
      } else {
        sheet.value(at, column, cell.toString());
      }
    }
    if (at % ROWS_IN_MEMORY == 0) {
      try {
        sheet.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
