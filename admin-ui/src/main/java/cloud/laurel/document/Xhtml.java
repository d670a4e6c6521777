package cloud.laurel.document;

import cloud.laurel.document.Block.Closing;
import cloud.laurel.document.Block.Column;
import cloud.laurel.document.Block.Field;
import cloud.laurel.document.Block.Fields;
import cloud.laurel.document.Block.Form;
import cloud.laurel.document.Block.Heading;
import cloud.laurel.document.Block.Items;
import cloud.laurel.document.Block.Name;
import cloud.laurel.document.Block.Paragraph;
import cloud.laurel.document.Block.Roll;
import cloud.laurel.document.Block.RunIn;
import cloud.laurel.document.Block.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/** A document as XHTML, on its way to a PDF. */
final class Xhtml {

  private final StringBuilder out = new StringBuilder();
  private final UnaryOperator<String> letters;

  /**
   * A page to be filled.
   *
   * @param letters replaces what cannot be printed
   */
  private Xhtml(UnaryOperator<String> letters) {
    this.letters = letters;
  }

  static String of(OfficialDocument document, String styles, UnaryOperator<String> letters) {
    Xhtml page = new Xhtml(letters);
    String title = page.escaped(document.titleLine());
    page.out
        .append("<html lang=\"")
        .append(document.language().toLanguageTag())
        .append("\"><head><title>")
        .append(title)
        .append("</title><meta name=\"subject\" content=\"")
        .append(title)
        .append("\"/><style>")
        .append(styles)
        .append(document.letterhead().map(Xhtml::size).orElse(""))
        .append("</style></head><body>");
    document.letterhead().ifPresent(page::letterhead);
    page.lines("h1", document.isWide() ? "wide" : "", document.title());
    document.blocks().forEach(page::block);
    return page.out.append("</body></html>").toString();
  }

  private static String size(Letterhead head) {
    return "p.issuer { font-size: " + head.points() + "pt; }";
  }

  private void letterhead(Letterhead head) {
    element("p", "issuer", head.issuer());
    element("p", "number", head.number());
  }

  private void block(Block block) {
    if (block instanceof Heading heading) {
      element("h" + (heading.level() + 1), "", heading.text());
    } else if (block instanceof Paragraph paragraph) {
      PlainText.lines(paragraph.text()).forEach(line -> element("p", "", line));
    } else if (block instanceof RunIn item) {
      runIn(item);
    } else if (block instanceof Roll roll) {
      roll(roll);
    } else if (block instanceof Fields fields) {
      fields(fields);
    } else if (block instanceof Items items) {
      out.append("<ul>");
      items.items().forEach(item -> element("li", "", item));
      out.append("</ul>");
    } else if (block instanceof Table table) {
      table(table);
    } else if (block instanceof Form form) {
      form.boxes().forEach(this::box);
    } else if (block instanceof Closing closing) {
      out.append("<div class=\"closing\">");
      closing.lines().forEach(line -> element("p", "", line));
      out.append("</div>");
    }
  }

  private void runIn(RunIn item) {
    List<String> lines = PlainText.lines(item.text());
    out.append("<p><b>").append(escaped(item.head())).append("</b>");
    out.append(escaped(lines.get(0))).append("</p>");
    lines.stream().skip(1).forEach(line -> element("p", "", line));
  }

  /** A name is the head of its row, or of its half of one. */
  private void roll(Roll roll) {
    out.append("<table class=\"roll indent-").append(roll.indent()).append("\">");
    for (List<Name> line : roll.lines()) {
      out.append("<tr>");
      for (int i = 0; i < roll.columns(); i++) {
        Name name = i < line.size() ? line.get(i) : new Name("", "");
        if (roll.isDetailed()) {
          cell(
              "th scope=\"row\"" + (name.isSpread() ? " class=\"spread\"" : ""),
              "th",
              roll.nameWidth(),
              roll,
              name.name());
          cell("td", "td", roll.columnWidth() - roll.nameWidth(), roll, name.detail());
        } else {
          cell("td", "td", roll.columnWidth(), roll, name.name());
        }
      }
      out.append("</tr>");
    }
    out.append("</table>");
  }

  private void cell(String open, String name, double letters, Roll roll, String text) {
    long share = Math.round(100 * letters / (roll.columnWidth() * roll.columns()));
    out.append('<').append(open).append(" width=\"").append(share).append("%\">");
    out.append(escaped(text)).append("</").append(name).append('>');
  }

  private void box(List<Block> blocks) {
    out.append("<div class=\"box\">");
    blocks.forEach(this::block);
    out.append("</div>");
  }

  private void fields(Fields fields) {
    out.append("<p class=\"fields\">");
    for (Field field : fields.fields()) {
      // the space lets the next one go to a line of its own
      out.append("<span>").append(escaped(field.label()));
      out.append(escaped(field.value())).append("</span> ");
    }
    out.append("</p>");
  }

  private void table(Table table) {
    out.append("<table class=\"rows\"><thead><tr>");
    for (Column column : table.columns()) {
      out.append("<th scope=\"col\" width=\"")
          .append(100 * column.weight() / table.weight())
          .append("%\">")
          .append(escaped(column.name()))
          .append("</th>");
    }
    out.append("</tr></thead><tbody>");
    for (List<String> row : table.rows()) {
      out.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        lines("td", table.columns().get(i).numeric() ? "num" : "", row.get(i));
      }
      out.append("</tr>");
    }
    out.append("</tbody></table>");
  }

  /** An element whose text keeps its line ends. */
  private void lines(String name, String style, String text) {
    open(name, style);
    out.append(String.join("<br/>", PlainText.lines(text).stream().map(this::escaped).toList()));
    out.append("</").append(name).append('>');
  }

  private void element(String name, String style, String text) {
    open(name, style);
    out.append(escaped(text)).append("</").append(name).append('>');
  }

  private void open(String name, String style) {
    out.append('<').append(name);
    if (!style.isEmpty()) {
      out.append(" class=\"").append(style).append('"');
    }
    out.append('>');
  }

  private String escaped(String text) {
    return letters
        .apply(PlainText.tidy(text))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
