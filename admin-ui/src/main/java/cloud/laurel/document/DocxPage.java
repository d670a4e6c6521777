package cloud.laurel.document;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.Objects;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** The page of GB/T 9704 in a DOCX: A4, margins of 37, 26, 35 and 28 mm, numbers at the outside. */
final class DocxPage {

  private static final int WIDTH = 11906;
  private static final int HEIGHT = 16838;
  private static final int TOP = 2098;
  private static final int RIGHT = 1474;
  private static final int BOTTOM = 1984;
  private static final int LEFT = 1588;

  /** 7 mm between the text and the page's number, a line of 14 points, and what is left below. */
  private static final int FOOTER = 1304;

  /** 22 lines on 225 mm. */
  private static final int LINE = 579;

  /** 28 characters of 16 points on 156 mm; in 4096ths of a point, taken off each. */
  private static final int CHARACTER_SPACE = -849;

  /** Width of the text in twentieths of a point: 156 mm. */
  static final int TEXT_WIDTH = WIDTH - LEFT - RIGHT;

  private DocxPage() {}

  static void prepare(XWPFDocument file, String title) throws IOException {
    file.getProperties().getCoreProperties().setTitle(title);
    file.getProperties().getCoreProperties().setCreator("Laurel");
    try (InputStream in =
        Objects.requireNonNull(DocxPage.class.getResourceAsStream("styles.xml"))) {
      file.createStyles().setStyles(StylesDocument.Factory.parse(in).getStyles());
    } catch (XmlException e) {
      throw new IllegalStateException("styles.xml: " + e.getMessage(), e);
    }
    CTSectPr section = file.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(WIDTH));
    size.setH(BigInteger.valueOf(HEIGHT));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(TOP));
    margins.setRight(BigInteger.valueOf(RIGHT));
    margins.setBottom(BigInteger.valueOf(BOTTOM));
    margins.setLeft(BigInteger.valueOf(LEFT));
    margins.setFooter(BigInteger.valueOf(FOOTER));
    CTDocGrid grid = section.addNewDocGrid();
    grid.setType(STDocGrid.LINES_AND_CHARS);
    grid.setLinePitch(BigInteger.valueOf(LINE));
    grid.setCharSpace(BigInteger.valueOf(CHARACTER_SPACE));
    file.setEvenAndOddHeadings(true);
    number(file.createFooter(HeaderFooterType.DEFAULT), ParagraphAlignment.RIGHT);
    number(file.createFooter(HeaderFooterType.EVEN), ParagraphAlignment.LEFT);
  }

  private static void number(XWPFFooter footer, ParagraphAlignment side) {
    XWPFParagraph line = footer.createParagraph();
    line.setStyle("PageNumber");
    line.setAlignment(side);
    line.createRun().setText("— ");
    line.getCTP().addNewFldSimple().setInstr("PAGE");
    line.createRun().setText(" —");
  }
}
