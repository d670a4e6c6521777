package cloud.laurel.document;

import cloud.laurel.document.Block.Column;
import cloud.laurel.document.Block.Table;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Tables of a DOCX. */
final class DocxTable {

  /** Between a cell's border and its words, in twentieths of a point. */
  static final int PADDING = 108;

  private static final int BORDER = 4;
  private static final String BLACK = "000000";

  private DocxTable() {}

  /** Fills a table without rows. */
  static void of(XWPFTable file, Table table, int width) {
    List<Integer> widths = widths(table, width);
    frame(file, width, widths);
    XWPFTableRow head = file.createRow();
    head.setRepeatHeader(true);
    head.setCantSplitRow(true);
    for (int i = 0; i < table.columns().size(); i++) {
      DocxWriter.styled(
          first(cell(head, i, widths.get(i))), "TableHead", table.columns().get(i).name());
    }
    for (List<String> row : table.rows()) {
      XWPFTableRow line = file.createRow();
      line.setCantSplitRow(true);
      for (int i = 0; i < row.size(); i++) {
        XWPFParagraph paragraph = first(cell(line, i, widths.get(i)));
        DocxWriter.styled(paragraph, "TableText", row.get(i));
        if (table.columns().get(i).numeric()) {
          paragraph.setAlignment(ParagraphAlignment.RIGHT);
        }
      }
    }
  }

  /** Makes boxes, one below the other, in a table without rows. */
  static List<Place> boxes(XWPFTable file, int count, int width) {
    frame(file, width, List.of(width));
    List<Place> boxes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boxes.add(new Place.Box(cell(file.createRow(), 0, width)));
    }
    return boxes;
  }

  static XWPFTableCell cell(XWPFTableRow row, int index, int width) {
    XWPFTableCell known = row.getCell(index);
    XWPFTableCell cell = known == null ? row.createCell() : known;
    cell.setWidth(String.valueOf(width));
    return cell;
  }

  static XWPFParagraph first(XWPFTableCell cell) {
    return cell.getParagraphs().isEmpty() ? cell.addParagraph() : cell.getParagraphs().get(0);
  }

  private static void frame(XWPFTable file, int width, List<Integer> widths) {
    file.setWidth(width);
    file.setCellMargins(PADDING / 2, PADDING, PADDING / 2, PADDING);
    file.setTopBorder(XWPFBorderType.SINGLE, BORDER, 0, BLACK);
    file.setBottomBorder(XWPFBorderType.SINGLE, BORDER, 0, BLACK);
    file.setLeftBorder(XWPFBorderType.SINGLE, BORDER, 0, BLACK);
    file.setRightBorder(XWPFBorderType.SINGLE, BORDER, 0, BLACK);
    file.setInsideHBorder(XWPFBorderType.SINGLE, BORDER, 0, BLACK);
    file.setInsideVBorder(XWPFBorderType.SINGLE, BORDER, 0, BLACK);
    file.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblGrid grid = file.getCTTbl().addNewTblGrid();
    widths.forEach(w -> grid.addNewGridCol().setW(BigInteger.valueOf(w)));
  }

  private static List<Integer> widths(Table table, int width) {
    return table.columns().stream()
        .map(Column::weight)
        .map(w -> width * w / table.weight())
        .toList();
  }
}
