package cloud.laurel.selection;

/** Something about a selection that cannot be done, with the reason. Nothing was stored. */
public final class SelectionRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Why why;

  /** Of a reason. */
  public SelectionRefused(Why why) {
    super(why.name());
    this.why = why;
  }

  /** The reason. */
  public Why why() {
    return why;
  }

  /** Why something cannot be done. */
  public enum Why {
    /** There is no such honour or candidate. */
    UNKNOWN,
    /** The campaign is still running. */
    NOT_CLOSED,
    /** The campaign was closed before results were frozen: a snapshot has to be taken first. */
    NO_SNAPSHOT,
    /** It is not where this can be done. */
    OTHER_STATE,
    /** Somebody else has changed something since it was looked at. */
    CHANGED,
    /** There is a newer snapshot than the one that was submitted. */
    OTHER_SNAPSHOT,
    /** Who submits does not confirm. */
    SAME_OFFICER,
    /** A reason or remark is needed. */
    WORDS_MISSING,
    /** Too much was written. */
    WORDS_TOO_LONG,
    /** The decision says what the computed list says already. */
    NOTHING_NEW,
    /** A tie across the cut has not been decided. */
    TIE_OPEN,
    /** A mark is out of its range, or the honour has nothing to review. */
    MARK
  }
}
