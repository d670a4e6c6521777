package cloud.laurel.report;

import cloud.laurel.document.Block;
import cloud.laurel.document.Block.Closing;
import cloud.laurel.document.Block.Column;
import cloud.laurel.document.Block.Heading;
import cloud.laurel.document.Block.Paragraph;
import cloud.laurel.document.Block.Table;
import cloud.laurel.document.OfficialDocument;
import cloud.laurel.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report in the form of an official paper. */
final class ReportDocument {

  private final ReportSheet sheet;
  private final Texts text;

  ReportDocument(ReportSheet sheet, Texts text) {
    this.sheet = sheet;
    this.text = text;
  }

  OfficialDocument document() {
    List<Block> blocks = new ArrayList<>();
    heading(blocks, "report.section.summary");
    blocks.add(
        new Paragraph(
            text.of("report.asOf", sheet.asOf())
                + String.join(text.of("report.space"), sheet.summary())));
    heading(blocks, "report.section.changes");
    blocks.add(
        new Paragraph(
            sheet.since().isEmpty()
                ? text.of("report.first")
                : text.of("report.since", sheet.since())));
    blocks.add(changes());
    heading(blocks, "report.section.lagging");
    if (sheet.lagging().isEmpty()) {
      blocks.add(new Paragraph(text.of("report.nothingOpen")));
    }
    sheet.lagging().forEach(l -> blocks.add(new Paragraph(lagging(l))));
    heading(blocks, "report.section.boards");
    if (sheet.boards().isEmpty()) {
      blocks.add(new Paragraph(text.of("report.noBoards")));
    }
    sheet.boards().forEach(b -> blocks.add(new Paragraph(board(b))));
    blocks.add(new Closing(List.of(sheet.organizer(), sheet.day())));
    return new OfficialDocument(
        sheet.campaign() + "\n" + sheet.title(),
        Locale.forLanguageTag(text.of("report.language")),
        blocks);
  }

  private void heading(List<Block> blocks, String key) {
    blocks.add(new Heading(1, text.of(key)));
  }

  private Block changes() {
    return new Table(
        List.of(
            Column.text(text.of("report.column.measure"), 5),
            Column.number(text.of("report.column.now"), 4),
            Column.number(text.of("report.column.share"), 2),
            Column.number(text.of("report.column.before"), 2),
            Column.number(text.of("report.column.change"), 2)),
        sheet.lines().stream()
            .map(l -> List.of(l.name(), l.value(), l.share(), l.before(), l.change()))
            .toList());
  }

  private String lagging(ReportSheet.Behind behind) {
    String head = text.of("report.lagging.line", behind.name(), behind.counts());
    if (behind.schools().isEmpty()) {
      return head + text.of("report.stop");
    }
    String names = String.join(text.of("worklist.comma"), behind.schools());
    return head
        + text.of("report.lateSchools", names)
        + (behind.unnamed() > 0 ? text.of("report.andOthers", behind.unnamed()) : "")
        + text.of("report.stop");
  }

  private String board(ReportSheet.Ranking board) {
    return text.of("report.board.line", board.name())
        + board.places().stream()
            .map(p -> text.of("report.place", p.school(), p.value()))
            .collect(Collectors.joining(text.of("worklist.comma")))
        + text.of("report.stop");
  }
}
