package cloud.laurel.document;

import cloud.laurel.document.Block.Name;
import cloud.laurel.document.Block.Roll;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Lists of honours of a DOCX: real tables without borders, so that a row can be added in Word. */
final class DocxRoll {

  private DocxRoll() {}

  /** Fills a table without rows. */
  static void of(XWPFTable file, Roll roll, int width) {
    int indent = roll.indent() * DocxWriter.LETTER;
    int share = (width - indent) / roll.columns();
    int name =
        roll.isDetailed()
            ? Math.min(share / 2, (int) (roll.nameWidth() * DocxWriter.LETTER))
            : share;
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < roll.columns(); i++) {
      widths.add(name);
      if (roll.isDetailed()) {
        widths.add(share - name);
      }
    }
    frame(file, indent, widths);
    for (List<Name> line : roll.lines()) {
      XWPFTableRow row = file.createRow();
      row.setCantSplitRow(true);
      fill(row, line, roll.isDetailed(), widths);
    }
  }

  private static void frame(XWPFTable file, int indent, List<Integer> widths) {
    file.removeBorders();
    file.setWidth(widths.stream().mapToInt(w -> w).sum());
    file.setCellMargins(0, 0, 0, 0);
    file.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    file.getCTTbl().getTblPr().addNewTblInd().setW(BigInteger.valueOf(indent));
    CTTblGrid grid = file.getCTTbl().addNewTblGrid();
    widths.forEach(w -> grid.addNewGridCol().setW(BigInteger.valueOf(w)));
  }

  private static void fill(
      XWPFTableRow row, List<Name> line, boolean detailed, List<Integer> widths) {
    List<String> texts = new ArrayList<>();
    for (Name name : line) {
      texts.add(name.name());
      if (detailed) {
        texts.add(name.detail());
      }
    }
    for (int i = 0; i < widths.size(); i++) {
      XWPFParagraph paragraph = DocxTable.first(DocxTable.cell(row, i, widths.get(i)));
      boolean isName = !detailed || i % 2 == 0;
      DocxWriter.styled(
          paragraph, isName ? "ListName" : "ListText", i < texts.size() ? texts.get(i) : "");
      if (detailed && isName && i < texts.size() && line.get(i / 2).isSpread()) {
        spread(paragraph.getRuns().get(0));
        // the air behind the second character must not send it to a line of its own
        row.getCell(i).getCTTc().getTcPr().addNewNoWrap();
      }
    }
  }

  /** Air behind each of two characters: as wide as three, and still the plain name. */
  private static void spread(XWPFRun run) {
    run.setCharacterSpacing(DocxWriter.LETTER);
  }
}
