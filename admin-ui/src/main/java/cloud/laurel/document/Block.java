package cloud.laurel.document;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A part of a document. Its texts are plain: nothing in them is markup. */
public sealed interface Block {

  /**
   * A head.
   *
   * @param level 1 (一、) to 3
   */
  record Heading(int level, String text) implements Block {
    /** Checks itself. */
    public Heading {
      if (level < 1 || level > 3) {
        throw new IllegalArgumentException("level: must be 1, 2 or 3");
      }
    }
  }

  /** Running text; each of its lines becomes a paragraph of its own. */
  record Paragraph(String text) implements Block {}

  /**
   * A paragraph that begins with its own head, in bold: 1. **加强领导。**各地各校….
   *
   * @param head with its number and full stop
   */
  record RunIn(String head, String text) implements Block {}

  /**
   * A list of who is honoured, in a table without borders.
   *
   * @param columns side by side: 1 or 2
   */
  record Roll(int columns, List<Name> names) implements Block {

    private static final int LETTERS_IN_LINE = 28;
    private static final int INDENT = 2;
    private static final double GAP = 1;

    /** Checks itself. */
    public Roll {
      if (columns < 1 || columns > 2) {
        throw new IllegalArgumentException("columns: must be 1 or 2");
      }
      names = List.copyOf(names);
    }

    /** Whether there is anything beside the names. */
    boolean isDetailed() {
      return names.stream().anyMatch(name -> !name.detail().isEmpty());
    }

    /** Full-width letters that the column of names takes, with the gap behind it. */
    double nameWidth() {
      return widest(Name::name) + (isTight() ? GAP / 2 : GAP);
    }

    private double widest(Function<Name, String> text) {
      return names.stream().mapToDouble(n -> OfficialDocument.width(text.apply(n))).max().orElse(3);
    }

    /** Whether the list needs the whole line. */
    private boolean isTight() {
      double one = widest(Name::name) + GAP + (isDetailed() ? widest(Name::detail) : 0);
      return columns * one > LETTERS_IN_LINE - INDENT;
    }

    /** Full-width letters before the first name. */
    int indent() {
      return isTight() ? 0 : INDENT;
    }

    /** Full-width letters of one of the columns side by side. */
    double columnWidth() {
      return (double) (LETTERS_IN_LINE - indent()) / columns;
    }

    /** The names of each line. */
    List<List<Name>> lines() {
      return IntStream.range(0, (names.size() + columns - 1) / columns)
          .mapToObj(i -> names.subList(i * columns, Math.min(names.size(), (i + 1) * columns)))
          .toList();
    }
  }

  /**
   * Who is honoured.
   *
   * @param detail the school; empty when the name is one
   */
  record Name(String name, String detail) {

    /** Whether it is set as wide as a name of three characters, as such lists are. */
    public boolean isSpread() {
      return name.codePointCount(0, name.length()) == 2 && OfficialDocument.width(name) == 2;
    }
  }

  /** A line of labels with their values, such as 学校名称：… 填报时间：…. */
  record Fields(List<Field> fields) implements Block {
    /** Copies its list. */
    public Fields {
      fields = List.copyOf(fields);
    }

    /** A line of one label and value. */
    public static Fields of(String label, String value) {
      return new Fields(List.of(new Field(label, value)));
    }
  }

  /** A label, which carries its own colon, and what stands behind it. */
  record Field(String label, String value) {}

  /** Points one below the other. */
  record Items(List<String> items) implements Block {
    /** Copies its list. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * A table; its head is repeated on each page.
   *
   * @param columns at least one
   * @param rows each with a cell for each column
   */
  record Table(List<Column> columns, List<List<String>> rows) implements Block {
    /** Checks itself. */
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      int width = columns.size();
      if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
        throw new IllegalArgumentException("rows: must have a cell for each column");
      }
    }

    int weight() {
      return columns.stream().mapToInt(Column::weight).sum();
    }
  }

  /**
   * A column of a table.
   *
   * @param name in its head
   * @param weight share of the width, at least 1
   * @param numeric whether its cells are set to the right
   */
  record Column(String name, int weight, boolean numeric) {
    /** Checks itself. */
    public Column {
      if (weight < 1) {
        throw new IllegalArgumentException("weight: must be at least 1");
      }
    }

    /** A column of words. */
    public static Column text(String name, int weight) {
      return new Column(name, weight, false);
    }

    /** A column of numbers. */
    public static Column number(String name, int weight) {
      return new Column(name, weight, true);
    }
  }

  /** Boxes one below the other, as forms have them; none of them holds another form. */
  record Form(List<List<Block>> boxes) implements Block {
    /** Checks itself. */
    public Form {
      boxes = boxes.stream().map(List::copyOf).toList();
      if (boxes.stream().flatMap(List::stream).anyMatch(b -> b instanceof Form)) {
        throw new IllegalArgumentException("boxes: must not hold a form");
      }
    }
  }

  /**
   * Lines at the end: who says so, and the date; one centred on the other, four letters off the
   * right.
   */
  record Closing(List<String> lines) implements Block {
    /** Copies its list. */
    public Closing {
      lines = List.copyOf(lines);
    }

    /** Full-width letters of its longest line. */
    double width() {
      return lines.stream().mapToDouble(OfficialDocument::width).max().orElse(0);
    }
  }
}
