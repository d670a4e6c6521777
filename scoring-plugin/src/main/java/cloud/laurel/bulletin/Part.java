package cloud.laurel.bulletin;

import cloud.laurel.input.WordsRule;

/**
 * A block of a bulletin. Figures stand in its texts by name, such as {@code {teachersEligible}}.
 *
 * @param head its own head, where its kind has one; may be empty
 * @param text running text, for a board what leads to it; may be empty
 * @param code which board or which honour; else empty
 * @param number places of a board, or columns of a list of honours; else 0
 * @param unordered whether a list says that its order means nothing (排名不分先后)
 */
public record Part(
    Kind kind, String head, String text, String code, int number, boolean unordered) {

  /** The most places a board can have. */
  public static final int MOST_PLACES = 20;

  /** The most columns a list can have. */
  public static final int MOST_COLUMNS = 2;

  private static final int USUAL_PLACES = 10;

  /** Tidies what was written; a kind keeps only what it uses. */
  public Part {
    head = kind.isHeaded() ? WordsRule.line(head) : "";
    text = kind.isWorded() ? WordsRule.tidy(text) : "";
    code = kind.isCounted() ? code.strip() : "";
    unordered = kind == Kind.HONOURS && unordered;
    number =
        switch (kind) {
          case BOARD -> Math.max(1, Math.min(MOST_PLACES, number));
          case HONOURS -> Math.max(1, Math.min(MOST_COLUMNS, number));
          default -> 0;
        };
  }

  /** What a block is. */
  public enum Kind {
    /** A head of the first level; 一、 is put before it. */
    HEADING(true, false),
    /** What it is about. */
    INTRO(false, true),
    /** Basic facts. */
    FACTS(false, true),
    /** The first schools by one part of the score. */
    BOARD(false, true),
    /** A point with a head in bold; 1. is put before it. */
    CHARACTERISTIC(true, true),
    /** Who gets an honour; （一） is put before its head. */
    HONOURS(true, false),
    /** Any other text; （一） is put before its head, if it has one. */
    TEXT(true, true),
    /** The last words. */
    CLOSING(false, true);

    private final boolean headed;
    private final boolean worded;

    Kind(boolean headed, boolean worded) {
      this.headed = headed;
      this.worded = worded;
    }

    /** Whether it has a head of its own. */
    public boolean isHeaded() {
      return headed;
    }

    /** Whether it has running text. */
    public boolean isWorded() {
      return worded;
    }

    /** Whether it prints what the result says, and has a code and a number therefore. */
    public boolean isCounted() {
      return this == BOARD || this == HONOURS;
    }

    /** Whether it is nothing without a head. */
    boolean needsHead() {
      return this == HEADING || this == CHARACTERISTIC;
    }
  }

  /** A block of a kind with nothing in it yet. */
  public static Part empty(Kind kind, String code) {
    return new Part(kind, "", "", code, kind == Kind.BOARD ? USUAL_PLACES : MOST_COLUMNS, false);
  }

  /** Everything that was written in it. */
  String words() {
    return head.isEmpty() ? text : text.isEmpty() ? head : head + "\n" + text;
  }
}
