package cloud.laurel.certificate;

import java.util.List;

/**
 * Something about a name that is to be printed.
 *
 * @param words what it is about: characters, or the name on the roster; may be empty
 */
public record NameFinding(Kind kind, List<String> words) {

  /** Copies its list. */
  public NameFinding {
    words = List.copyOf(words);
  }

  /** Whether it must not be printed like this. */
  public boolean blocks() {
    return kind.blocks;
  }

  /** What it can be. */
  public enum Kind {
    MISSING(true),
    TOO_LONG(true),
    /** Characters that nobody sees, or that turn the direction of writing; their code points. */
    INVISIBLE(true),
    /** Characters that the fonts do not have, or a script that cannot be set. */
    UNPRINTABLE(true),
    /** Spaces that belong into lists only; printed without. */
    PADDED(false),
    /** A dot that looks like the right one; printed as U+00B7. */
    DOT(false),
    /** Digits or signs, which names rarely have. */
    UNUSUAL(false),
    /** The account is on no roster. */
    ACCOUNT_UNKNOWN(true),
    /** The roster writes the name of the account differently. */
    ROSTER_NAME(false),
    /** On the day of the decision the account belongs to another school; its name. */
    ROSTER_SCHOOL(false),
    /** The school is printed as the roster writes it: this name. */
    SCHOOL_NAME(false),
    /** No school has this name or code. */
    SCHOOL_UNKNOWN(true),
    /** Several schools have this name: their codes. */
    SCHOOL_AMBIGUOUS(true),
    /** The same name and school once more: the account has to tell them apart. */
    TWICE(true),
    /** Somebody else of the same school has this name; the certificates say so by their school. */
    NAMESAKE(false),
    /** It has a number, but printing failed: the order waits for an officer. */
    NOT_PRINTED(true);

    private final boolean blocks;

    Kind(boolean blocks) {
      this.blocks = blocks;
    }
  }
}
