package cloud.laurel.roster;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The rows of a workbook's sheets, one after the other; nothing but its strings is kept in memory.
 */
final class XlsxRows implements SheetRows {

  /** Texts that are not in the sheet itself are all in memory at once. */
  private static final long MAX_STRINGS = 48L << 20;

  private static final int MAX_COLUMNS = 200;

  /** More digits a spreadsheet does not keep. */
  private static final int MAX_DIGITS = 15;

  private final UploadedFile file;

  XlsxRows(UploadedFile file) {
    this.file = file;
  }

  @Override
  public void read(Problems problems, Sink rows) throws IOException {
    long lines = rowsOf(problems);
    if (lines < 0) {
      return;
    }
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(file.path().toFile(), new ReadingOptions(true, true))) {
      List<Sheet> sheets = workbook.getSheets().toList();
      for (Sheet sheet : sheets) {
        if (!read(sheet, lines, rows)) {
          return;
        }
      }
    } catch (ExcelReaderException
        | IllegalStateException
        | IllegalArgumentException
        | IOException e) {
      // the reader has no common type for a workbook that is no workbook
      problems.upload(RosterProblem.XLSX_DAMAGED);
    }
  }

  private static boolean read(Sheet sheet, long lines, Sink rows) throws IOException {
    try (Stream<Row> stream = sheet.openStream()) {
      for (Iterator<Row> all = stream.iterator(); all.hasNext(); ) {
        Row row = all.next();
        int width = Math.min(MAX_COLUMNS, row.getCellCount());
        List<String> cells = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
          Cell cell = row.hasCell(i) ? row.getCell(i) : null;
          cells.add(cell == null ? "" : text(cell));
        }
        if (!rows.take(row.getRowNum(), cells, lines)) {
          return false;
        }
      }
    }
    return true;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      return isDate(cell) ? date(cell.asDate()) : number(cell.asNumber());
    }
    if (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR) {
      String raw = cell.getRawValue();
      return raw == null ? "" : raw;
    }
    String text = cell.getText();
    return text == null ? "" : text;
  }

  /** As it was typed: an account of digits must not become 1.0E8. */
  private static String number(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    boolean whole = plain.scale() <= 0;
    return whole && plain.precision() - plain.scale() > MAX_DIGITS
        ? String.format(Locale.ROOT, "%.5E", plain)
        : plain.toPlainString();
  }

  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    String format = cell.getDataFormatString();
    if (id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
      return true;
    }
    // what stands in quotation marks or brackets is text, and General has an e
    return format != null
        && !format.equalsIgnoreCase("General")
        && format
            .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "")
            .toLowerCase(Locale.ROOT)
            .matches(".*[yd].*");
  }

  private static String date(LocalDateTime time) {
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : time.withNano(0).toString();
  }

  /**
   * How many rows its sheets have; -1 when it would explode, or is no zip, with a problem added.
   */
  private long rowsOf(Problems problems) throws IOException {
    long expanded = 0;
    long rows = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip = new ZipFile(file.path().toFile(), StandardCharsets.ISO_8859_1)) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName().toLowerCase(Locale.ROOT);
        boolean sheet = name.startsWith("xl/worksheets/");
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            size += n;
            expanded += n;
            if (explodes(name, size, entry) || expanded > RosterArchive.MAX_EXPANDED) {
              RosterArchive.explosion(entry.getName(), problems);
              return -1;
            }
            rows += sheet ? rowsIn(buffer, n) : 0;
          }
        }
      }
      return rows;
    } catch (ZipException | java.io.EOFException e) {
      problems.upload(RosterProblem.XLSX_DAMAGED);
      return -1;
    }
  }

  private static boolean explodes(String name, long size, ZipEntry entry) {
    long packed = Math.max(1, entry.getCompressedSize());
    return size > RosterArchive.RATIO_FROM && size / packed > RosterArchive.MAX_RATIO
        || size > MAX_STRINGS && name.endsWith("sharedstrings.xml");
  }

  /** Good enough for a progress bar: a mark that two reads share is missed. */
  private static long rowsIn(byte[] bytes, int length) {
    long rows = 0;
    for (int i = 0; i + 5 < length; i++) {
      if (bytes[i] == '<' && bytes[i + 1] == 'r' && bytes[i + 2] == 'o' && bytes[i + 3] == 'w') {
        rows += bytes[i + 4] == ' ' || bytes[i + 4] == '>' ? 1 : 0;
      }
    }
    return rows;
  }
}
