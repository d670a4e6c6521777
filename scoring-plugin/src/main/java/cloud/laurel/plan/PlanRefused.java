package cloud.laurel.plan;

/**
 * Something about a plan or a training that cannot be done, with the reason. Nothing was stored.
 */
public final class PlanRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Why why;

  PlanRefused(Why why) {
    super(why.name());
    this.why = why;
  }

  /** The reason. */
  public Why why() {
    return why;
  }

  /** Why something cannot be done. */
  public enum Why {
    /** There is no such plan, entry or file. */
    UNKNOWN,
    /** The campaign does not run. */
    NOT_RUNNING,
    /** The school does not take part in the campaign. */
    NOT_INCLUDED,
    /** Somebody else has changed it since it was looked at. */
    CHANGED,
    /** It has been submitted, and the bureau has not returned it. */
    HANDED_IN,
    /** It is not where this can be done to it. */
    OTHER_STATE,
    /** Returning and reopening need words. */
    WORDS_MISSING,
    /** Too much was written. */
    WORDS_TOO_LONG,
    /** More files than one may have. */
    TOO_MANY_FILES
  }
}
