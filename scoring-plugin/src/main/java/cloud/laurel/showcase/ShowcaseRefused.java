package cloud.laurel.showcase;

/** Something about a case that cannot be done, with the reason. Nothing was stored. */
public final class ShowcaseRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Why why;

  ShowcaseRefused(Why why) {
    super(why.name());
    this.why = why;
  }

  /** The reason. */
  public Why why() {
    return why;
  }

  /** Why something cannot be done. */
  public enum Why {
    /** There is no such case. */
    UNKNOWN,
    /** The campaign has not begun, or is archived. */
    NOT_OPEN,
    /** The school does not take part in the campaign. */
    NOT_INCLUDED,
    /** Somebody else has changed it since it was looked at. */
    CHANGED,
    /** It is not where this can be done to it. */
    OTHER_STATE,
    /** Returning and withdrawing need words. */
    WORDS_MISSING,
    /** Too much was written. */
    WORDS_TOO_LONG,
    /** The school has as many cases in the campaign as it may. */
    TOO_MANY_CASES,
    /** More pictures than one may have. */
    TOO_MANY_PICTURES
  }
}
