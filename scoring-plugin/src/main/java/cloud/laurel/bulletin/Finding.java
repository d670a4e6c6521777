package cloud.laurel.bulletin;

import java.util.List;

/**
 * Something that a check found.
 *
 * @param part index of the block; −1 for the bulletin as a whole
 * @param values what the sentence about it names, in the order that {@link Kind} tells
 */
public record Finding(Kind kind, int part, List<String> values) {

  /** Not in one block. */
  public static final int WHOLE = -1;

  /** Copies its list. */
  public Finding {
    values = List.copyOf(values);
  }

  static Finding whole(Kind kind, String... values) {
    return new Finding(kind, WHOLE, List.of(values));
  }

  static Finding in(int part, Kind kind, String... values) {
    return new Finding(kind, part, List.of(values));
  }

  /** How much it weighs. */
  public enum Weight {
    /** It is not released like that. */
    ERROR,
    /** Whoever releases it says that it is meant like that. */
    WARNING,
    /** Worth a look. */
    HINT
  }

  /** What was found. */
  public enum Kind {
    /** The campaign is not closed: its figures still move. */
    NOT_CLOSED(Weight.ERROR),
    /** It was written from another snapshot than the newest. */
    OTHER_SNAPSHOT(Weight.ERROR),
    /** A figure is another one now: its name, what it was, what it is. */
    FIGURE_CHANGED(Weight.ERROR),
    /** A board is another one now: its code. */
    BOARD_CHANGED(Weight.ERROR),
    /** The lists of honours have not been confirmed by a second officer, or no longer. */
    HONOURS_OPEN(Weight.ERROR),
    /** Other lists of honours have been confirmed since. */
    HONOURS_CHANGED(Weight.ERROR),
    /** The honours were confirmed from another snapshot than the newest. */
    HONOURS_OTHER_SNAPSHOT(Weight.WARNING),
    /** A list of honours is printed more than once: its name. */
    HONOUR_TWICE(Weight.ERROR),
    /** There is no figure of that name: the name, and where it begins in its text, from 1. */
    UNKNOWN_FIGURE(Weight.ERROR),
    /** There is no such board or honour: its code. */
    UNKNOWN_CODE(Weight.ERROR),
    /** A block, or the list in it, is empty. */
    EMPTY(Weight.ERROR),
    /** There is no issuer. */
    ISSUER_MISSING(Weight.ERROR),
    /** There is no title. */
    TITLE_MISSING(Weight.ERROR),
    /** Too much was written: how much there may be. */
    TOO_LONG(Weight.ERROR),
    /** There is no number. */
    NUMBER_MISSING(Weight.ERROR),
    /** The number does not look like one. */
    NUMBER_FORM(Weight.ERROR),
    /** There is no date. */
    DATE_MISSING(Weight.ERROR),
    /** A confirmed list of honours is not printed: its name. */
    HONOUR_MISSING(Weight.WARNING),
    /** Fewer than the quota: the honour, how many there are, the quota. */
    QUOTA_SHORT(Weight.WARNING),
    /** More than the quota: the honour, how many there are, the quota. */
    QUOTA_EXCEEDED(Weight.WARNING),
    /** Somebody is honoured twice: name, school, the honours. */
    PERSON_TWICE(Weight.WARNING),
    /** Two accounts of one name at one school: name, school, the honours. */
    NAMESAKE(Weight.WARNING),
    /** Another name of a school: as written, the official one. */
    SCHOOL_VARIANT(Weight.WARNING),
    /** One character off a school's name: as written, the official one. */
    SCHOOL_SUSPICIOUS(Weight.WARNING),
    /** Looks like a school's name and is none: as written. */
    SCHOOL_UNKNOWN(Weight.WARNING),
    /** A number typed by hand that a figure prints: the number, the figure's name. */
    TYPED_FIGURE(Weight.HINT);

    private final Weight weight;

    Kind(Weight weight) {
      this.weight = weight;
    }

    /** How much it weighs. */
    public Weight weight() {
      return weight;
    }
  }

  /** How much it weighs. */
  public Weight weight() {
    return kind.weight();
  }
}
