package cloud.laurel.roster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Builds uploads in our template's columns. */
final class RosterSheet {

  private final String heading;
  private final List<Object[]> rows = new ArrayList<>();

  private RosterSheet(String heading) {
    this.heading = heading;
  }

  /** With the columns that the tests mostly need. */
  static RosterSheet plain() {
    return of("账号,学校代码,学校名称,姓名,登录名,身份,年级,班级");
  }

  static RosterSheet of(String heading) {
    return new RosterSheet(heading);
  }

  /** A row; numbers and dates become such cells of a workbook. */
  RosterSheet row(Object... cells) {
    rows.add(cells);
    return this;
  }

  RosterSheet teacher(String account, String school) {
    return row(account, school, "", "林测" + account, "u-" + account, "教师", "", "");
  }

  RosterSheet pupil(String account, String school, String grade, String className) {
    return row(account, school, "", "林测" + account, "u-" + account, "学生", grade, className);
  }

  byte[] csv(Charset charset) {
    StringBuilder text = new StringBuilder(heading).append("\r\n");
    for (Object[] row : rows) {
      List<String> cells = new ArrayList<>();
      for (Object cell : row) {
        String plain = String.valueOf(cell);
        cells.add(plain.contains(",") ? '"' + plain + '"' : plain);
      }
      text.append(String.join(",", cells)).append("\r\n");
    }
    return text.toString().getBytes(charset);
  }

  byte[] xlsx() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("名册");
      int line = 0;
      String[] heads = heading.split(",");
      for (int i = 0; i < heads.length; i++) {
        sheet.value(line, i, heads[i]);
      }
      for (Object[] row : rows) {
        line++;
        for (int i = 0; i < row.length; i++) {
          cell(sheet, line, i, row[i]);
        }
      }
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void cell(Worksheet sheet, int row, int column, Object value) {
    if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value instanceof LocalDate date) {
      sheet.value(row, column, date);
      sheet.style(row, column).format("yyyy/m/d").set();
    } else {
      sheet.value(row, column, String.valueOf(value));
    }
  }

  InputStream toStream() {
    return new ByteArrayInputStream(xlsx());
  }

  InputStream toCsv() {
    return new ByteArrayInputStream(csv(StandardCharsets.UTF_8));
  }
}
