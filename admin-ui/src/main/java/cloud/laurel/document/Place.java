package cloud.laurel.document;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** Where the next part of a DOCX goes: the text itself, or a box of a form. */
sealed interface Place {

  /** A new paragraph. */
  XWPFParagraph paragraph();

  /** A new table without rows. */
  XWPFTable table();

  /** Ends a table; Word wants a paragraph behind one. */
  void afterTable();

  /** Width of the text in twentieths of a point. */
  int width();

  private static XWPFTable empty(XWPFTable made) {
    while (made.getNumberOfRows() > 0) {
      made.removeRow(0);
    }
    return made;
  }

  /** The text itself. */
  record Body(XWPFDocument file) implements Place {
    @Override
    public XWPFParagraph paragraph() {
      return file.createParagraph();
    }

    @Override
    public XWPFTable table() {
      return empty(file.createTable());
    }

    @Override
    public void afterTable() {
      paragraph().setStyle("Gap");
    }

    @Override
    public int width() {
      return DocxPage.TEXT_WIDTH;
    }
  }

  /** A box; its first, empty paragraph is used up before new ones are made. */
  final class Box implements Place {
    private final XWPFTableCell cell;
    private boolean untouched = true;

    Box(XWPFTableCell cell) {
      this.cell = cell;
    }

    @Override
    public XWPFParagraph paragraph() {
      XWPFParagraph next = untouched ? cell.getParagraphs().get(0) : cell.addParagraph();
      untouched = false;
      return next;
    }

    @Override
    public XWPFTable table() {
      if (untouched) {
        paragraph().setStyle("Gap");
      }
      return empty(new XWPFTable(cell.getCTTc().addNewTbl(), cell, 0, 0));
    }

    @Override
    public void afterTable() {
      paragraph().setStyle("Gap");
    }

    @Override
    public int width() {
      return DocxPage.TEXT_WIDTH - 2 * DocxTable.PADDING;
    }
  }
}
