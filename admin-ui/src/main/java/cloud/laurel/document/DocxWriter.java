package cloud.laurel.document;

import cloud.laurel.document.Block.Closing;
import cloud.laurel.document.Block.Fields;
import cloud.laurel.document.Block.Form;
import cloud.laurel.document.Block.Heading;
import cloud.laurel.document.Block.Items;
import cloud.laurel.document.Block.Paragraph;
import cloud.laurel.document.Block.Roll;
import cloud.laurel.document.Block.RunIn;
import cloud.laurel.document.Block.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/**
 * Writes documents as DOCX. Fonts are named, not embedded: 方正小标宋简体, 黑体, 楷体_GB2312 and 仿宋_GB2312 are
 * what official papers are set in, and every office has them.
 */
public final class DocxWriter {

  /** A full-width letter of 16 points, in twentieths of a point. */
  static final int LETTER = 320;

  private DocxWriter() {}

  /**
   * Writes a document.
   *
   * @param out not closed
   */
  public static void write(OfficialDocument document, OutputStream out) throws IOException {
    try (XWPFDocument file = new XWPFDocument()) {
      DocxPage.prepare(file, document.titleLine());
      document.letterhead().ifPresent(head -> letterhead(file, head));
      styled(file.createParagraph(), document.isWide() ? "TitleWide" : "Title", document.title());
      Place body = new Place.Body(file);
      document.blocks().forEach(block -> block(body, block));
      file.write(out);
    }
  }

  private static void letterhead(XWPFDocument file, Letterhead head) {
    XWPFParagraph issuer = file.createParagraph();
    styled(issuer, "Issuer", head.issuer());
    issuer.getRuns().get(0).setFontSize(head.points());
    styled(file.createParagraph(), "DocumentNumber", head.number());
  }

  private static void block(Place place, Block block) {
    if (block instanceof Heading heading) {
      heading(place, heading);
    } else if (block instanceof RunIn item) {
      runIn(place, item);
    } else if (block instanceof Roll roll) {
      DocxRoll.of(place.table(), roll, place.width());
      place.afterTable();
    } else if (block instanceof Paragraph paragraph) {
      PlainText.lines(paragraph.text()).forEach(line -> styled(place.paragraph(), "Text", line));
    } else if (block instanceof Fields fields) {
      styled(place.paragraph(), "Fields", line(fields));
    } else if (block instanceof Items items) {
      items.items().forEach(item -> styled(place.paragraph(), "Item", "• " + item));
    } else if (block instanceof Table table) {
      DocxTable.of(place.table(), table, place.width());
      place.afterTable();
    } else if (block instanceof Form form) {
      form(place, form);
    } else if (block instanceof Closing closing) {
      closing(place, closing);
    }
  }

  private static void heading(Place place, Heading heading) {
    XWPFParagraph paragraph = place.paragraph();
    styled(paragraph, "Heading" + heading.level(), heading.text());
    if (place instanceof Place.Box) {
      paragraph.setIndentationFirstLine(0);
      paragraph.getCTP().getPPr().getInd().setFirstLineChars(BigInteger.ZERO);
    }
  }

  /** The head is bold; what follows it begins behind it, each further line anew. */
  private static void runIn(Place place, RunIn item) {
    List<String> lines = PlainText.lines(item.text());
    XWPFParagraph paragraph = place.paragraph();
    styled(paragraph, "Text", PlainText.tidy(item.head()));
    paragraph.getRuns().get(0).setBold(true);
    paragraph.createRun().setText(lines.get(0));
    lines.stream().skip(1).forEach(line -> styled(place.paragraph(), "Text", line));
  }

  /** Its lines are centred on one another, four letters off the right where there is room. */
  private static void closing(Place place, Closing closing) {
    int right = 4 * LETTER;
    int left = (int) (place.width() - right - closing.width() * LETTER);
    for (String text : closing.lines()) {
      XWPFParagraph paragraph = place.paragraph();
      styled(paragraph, "Closing", text);
      if (left > 0) {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setIndentationLeft(left);
        paragraph.setIndentationRight(right);
      }
    }
  }

  private static void form(Place place, Form form) {
    List<Place> cells = DocxTable.boxes(place.table(), form.boxes().size(), place.width());
    for (int i = 0; i < cells.size(); i++) {
      Place cell = cells.get(i);
      form.boxes().get(i).forEach(block -> block(cell, block));
    }
    place.afterTable();
  }

  /** Labels and values in one line, far enough apart to be told from one another. */
  private static String line(Fields fields) {
    return fields.fields().stream()
        .map(field -> field.label() + field.value())
        .collect(Collectors.joining("\u3000\u3000"));
  }

  static void styled(XWPFParagraph paragraph, String style, String text) {
    paragraph.setStyle(style);
    XWPFRun run = paragraph.createRun();
    List<String> lines = PlainText.lines(text);
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        run.addBreak();
      }
      run.setText(lines.get(i));
    }
  }
}
