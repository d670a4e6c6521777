package cloud.laurel.selection;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.document.Block;
import cloud.laurel.document.Block.Column;
import cloud.laurel.document.Block.Heading;
import cloud.laurel.document.Block.Items;
import cloud.laurel.document.Block.Paragraph;
import cloud.laurel.document.Block.Table;
import cloud.laurel.document.OfficialDocument;
import cloud.laurel.standing.Snapshot;
import cloud.laurel.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Computed list, decided list and their difference for each honour, on paper. */
final class SelectionPaper {

  private final Texts text;

  SelectionPaper(Texts text) {
    this.text = text;
  }

  OfficialDocument of(Campaign campaign, Selection state, List<HonourSelection> honours) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Paragraph(
            text.of("selection.paper.state", text.of("selection.state." + state.state()))));
    honours.stream()
        .flatMap(h -> h.result().snapshot().stream())
        .findFirst()
        .map(Snapshot::hash)
        .ifPresent(hash -> blocks.add(new Paragraph(text.of("selection.paper.snapshot", hash))));
    honours.forEach(h -> honour(blocks, h));
    return new OfficialDocument(
        campaign.title() + "\n" + text.of("selection.paper.title"),
        Locale.forLanguageTag(text.of("report.language")),
        blocks);
  }

  private void honour(List<Block> blocks, HonourSelection selection) {
    blocks.add(new Heading(1, selection.honour().name()));
    list(blocks, "selection.computed", selection.computed());
    list(blocks, "selection.decided", selection.decided());
    blocks.add(new Heading(2, text.of("selection.difference")));
    List<String> differences =
        selection.changed().stream()
            .map(r -> SelectionLine.of(r, text))
            .map(
                line ->
                    String.join(
                        " ",
                        text.of(line.decided() ? "selection.takenIn" : "selection.takenOut"),
                        line.name(),
                        line.school(),
                        line.reason()))
            .toList();
    blocks.add(
        differences.isEmpty()
            ? new Paragraph(text.of("selection.paper.none"))
            : new Items(differences));
  }

  private void list(List<Block> blocks, String key, List<SelectionRow> rows) {
    blocks.add(new Heading(2, text.of(key)));
    if (rows.isEmpty()) {
      blocks.add(new Paragraph(text.of("selection.paper.none")));
      return;
    }
    blocks.add(
        new Table(
            List.of(
                Column.number(text.of("standings.rank"), 2),
                Column.text(text.of("selection.name"), 6),
                Column.text(text.of("standings.name"), 6),
                Column.number(text.of("standings.score"), 3)),
            rows.stream()
                .map(r -> SelectionLine.of(r, text))
                .map(
                    line ->
                        List.of(
                            String.valueOf(line.rank()), line.name(), line.school(), line.score()))
                .toList()));
  }
}
