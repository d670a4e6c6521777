package cloud.laurel.announcement;

/**
 * Something about an announcement or an objection that cannot be done, with the reason. Nothing was
 * stored.
 */
public final class AnnouncementRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Why why;

  AnnouncementRefused(Why why) {
    super(why.name());
    this.why = why;
  }

  /** The reason. */
  public Why why() {
    return why;
  }

  /** The field of a form that has to change. */
  public enum Field {
    NONE,
    TITLE,
    FIRST,
    LAST,
    REASON,
    ENTRY,
    WORDS,
    NAME,
    CONTACT,
    ANSWER,
    NOTE
  }

  /** Why something cannot be done. */
  public enum Why {
    /** There is no such announcement, entry or objection. */
    UNKNOWN(Field.NONE),
    /** No second officer has confirmed the selection. */
    NOT_CONFIRMED(Field.NONE),
    /** The selection was confirmed anew since it was looked at. */
    CHANGED(Field.NONE),
    /** Nobody has been selected for anything. */
    NOBODY(Field.NONE),
    /** The campaign has a notice or published honours already. */
    OPEN_ALREADY(Field.NONE),
    /** It no longer stands where this can be done to it. */
    OTHER_STATE(Field.NONE),
    TITLE_MISSING(Field.TITLE),
    TITLE_TOO_LONG(Field.TITLE),
    FIRST_DAY_MISSING(Field.FIRST),
    FIRST_DAY_PAST(Field.FIRST),
    LAST_DAY_MISSING(Field.LAST),
    LAST_BEFORE_FIRST(Field.LAST),
    /** Longer than {@value NoticeDays#MOST} days. */
    TOO_MANY_DAYS(Field.LAST),
    /** The new last day is not later than the old one, or has passed. */
    NOT_LATER(Field.LAST),
    REASON_MISSING(Field.REASON),
    REASON_TOO_LONG(Field.REASON),
    /** The notice is over, or has not begun: nobody can object now. */
    NOT_ON_NOTICE(Field.NONE),
    ENTRY_UNKNOWN(Field.ENTRY),
    WORDS_TOO_SHORT(Field.WORDS),
    WORDS_TOO_LONG(Field.WORDS),
    NAME_TOO_LONG(Field.NAME),
    CONTACT_TOO_LONG(Field.CONTACT),
    ANSWER_MISSING(Field.ANSWER),
    ANSWER_TOO_LONG(Field.ANSWER),
    NOTE_TOO_LONG(Field.NOTE),
    /** Another officer has decided it. */
    DECIDED(Field.NONE);

    private final Field field;

    Why(Field field) {
      this.field = field;
    }

    /** The field that has to change. */
    public Field field() {
      return field;
    }
  }
}
