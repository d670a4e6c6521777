package cloud.laurel.press;

/** A certificate that cannot be printed as it should be. */
public final class PressRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Why why;
  private final String detail;

  PressRefused(Why why, String detail) {
    super("LRL-12001 " + why + " " + detail);
    this.why = why;
    this.detail = detail;
  }

  /** The reason. */
  public Why why() {
    return why;
  }

  /** What it is about: a text, a number of pages. */
  public String detail() {
    return detail;
  }

  /** Why it cannot be printed. */
  public enum Why {
    /** No font has some of its characters, or its script needs more than Laurel can do. */
    LETTERS,
    /** A text does not fit where the template wants it. */
    TOO_LONG,
    /** It takes another number of pages than one. */
    PAGES,
    /** Some of its text would be outside the paper. */
    OUTSIDE,
    /** The template is not to be set. */
    TEMPLATE
  }
}
