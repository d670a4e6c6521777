package cloud.laurel.bulletin;

import cloud.laurel.document.Block;
import cloud.laurel.document.Block.Closing;
import cloud.laurel.document.Block.Heading;
import cloud.laurel.document.Block.Name;
import cloud.laurel.document.Block.Paragraph;
import cloud.laurel.document.Block.Roll;
import cloud.laurel.document.Block.RunIn;
import cloud.laurel.document.OfficialDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of a paper as the page shows it.
 *
 * @param style how it looks
 * @param head in bold before the text; may be empty
 * @param names of a list, else empty
 * @param columns of a list, else 0
 */
public record PaperLine(Style style, String head, String text, List<Name> names, int columns) {

  /** How a line looks. */
  public enum Style {
    ISSUER,
    NUMBER,
    TITLE,
    HEADING1,
    HEADING2,
    TEXT,
    NAMES,
    CLOSING
  }

  /** How it looks, as style sheets write it. */
  public String getLook() {
    return style.name().toLowerCase(Locale.ROOT);
  }

  private static PaperLine line(Style style, String head, String text) {
    return new PaperLine(style, head, text, List.of(), 0);
  }

  static List<PaperLine> of(OfficialDocument document) {
    List<PaperLine> lines = new ArrayList<>();
    document
        .letterhead()
        .ifPresent(
            head -> {
              lines.add(line(Style.ISSUER, "", head.issuer()));
              lines.add(line(Style.NUMBER, "", head.number()));
            });
    document.title().lines().forEach(text -> lines.add(line(Style.TITLE, "", text)));
    document.blocks().forEach(block -> add(lines, block));
    return List.copyOf(lines);
  }

  private static void add(List<PaperLine> lines, Block block) {
    if (block instanceof Heading heading) {
      lines.add(line(heading.level() == 1 ? Style.HEADING1 : Style.HEADING2, "", heading.text()));
    } else if (block instanceof Paragraph paragraph) {
      paragraph.text().lines().forEach(text -> lines.add(line(Style.TEXT, "", text)));
    } else if (block instanceof RunIn item) {
      List<String> texts = item.text().isEmpty() ? List.of("") : item.text().lines().toList();
      lines.add(line(Style.TEXT, item.head(), texts.get(0)));
      texts.stream().skip(1).forEach(text -> lines.add(line(Style.TEXT, "", text)));
    } else if (block instanceof Roll roll) {
      lines.add(new PaperLine(Style.NAMES, "", "", roll.names(), roll.columns()));
    } else if (block instanceof Closing closing) {
      closing.lines().forEach(text -> lines.add(line(Style.CLOSING, "", text)));
    }
  }
}
