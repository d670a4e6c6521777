package cloud.laurel.document;

import cloud.laurel.document.Block.Closing;
import cloud.laurel.document.Block.Fields;
import cloud.laurel.document.Block.Form;
import cloud.laurel.document.Block.Heading;
import cloud.laurel.document.Block.Items;
import cloud.laurel.document.Block.Paragraph;
import cloud.laurel.document.Block.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/**
 * Writes documents as DOCX. Fonts are named, not embedded: 宋体, 黑体 and 仿宋 are what official papers
 * are set in, and every office has them.
 */
public final class DocxWriter {

  private DocxWriter() {}

  /**
   * Writes a document.
   *
   * @param out not closed
   */
  public static void write(OfficialDocument document, OutputStream out) throws IOException {
    try (XWPFDocument file = new XWPFDocument()) {
      DocxPage.prepare(file, document.titleLine());
      styled(file.createParagraph(), document.isWide() ? "TitleWide" : "Title", document.title());
      Place body = new Place.Body(file);
      document.blocks().forEach(block -> block(body, block));
      file.write(out);
    }
  }

  private static void block(Place place, Block block) {
    if (block instanceof Heading heading) {
      styled(place.paragraph(), "Heading" + heading.level(), heading.text());
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
      closing.lines().forEach(text -> styled(place.paragraph(), "Closing", text));
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
