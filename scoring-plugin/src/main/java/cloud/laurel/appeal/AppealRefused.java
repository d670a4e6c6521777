package cloud.laurel.appeal;

/** Something about an appeal that cannot be done, with the reason. Nothing was stored. */
public final class AppealRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Why why;
  private final String subject;

  AppealRefused(Why why) {
    this(why, "");
  }

  AppealRefused(Why why, String subject) {
    super(why + (subject.isEmpty() ? "" : " " + subject));
    this.why = why;
    this.subject = subject;
  }

  /** The reason. */
  public Why why() {
    return why;
  }

  /** What it concerns, such as a file's name; may be empty. */
  public String subject() {
    return subject;
  }

  /** The field of a form or request that has to change. */
  public enum Field {
    NONE,
    WORDS,
    FILES,
    INDICATOR,
    DAY,
    SCHOOL
  }

  /** Why something cannot be done. */
  public enum Why {
    /** Neither the own entry nor that of somebody of the own school. */
    NOT_ALLOWED(Field.NONE),
    /** There is no such appeal, or not for this reader. */
    UNKNOWN(Field.NONE),
    /** The ledger has no such entry. */
    NO_ENTRY(Field.NONE),
    /** A refused entry was expected, and it counted, or the other way round. */
    OTHER_VERDICT(Field.NONE),
    /** The campaign does not run. */
    NOT_RUNNING(Field.NONE),
    /** The day is not one of the campaign. */
    OUTSIDE_WINDOW(Field.DAY),
    /** The day has not come. */
    NOT_YET(Field.DAY),
    /** The time limit is over. */
    TOO_LATE(Field.DAY),
    /** The claimed day is missing. */
    DAY_MISSING(Field.DAY),
    /** The same is contested already. */
    OPEN_ALREADY(Field.NONE),
    /** It has been decided or taken back. */
    DECIDED(Field.NONE),
    /** Something was added since it was looked at. */
    CHANGED(Field.NONE),
    /** The campaign has no such indicator. */
    INDICATOR_UNKNOWN(Field.INDICATOR),
    /** There is no such school. */
    SCHOOL_UNKNOWN(Field.SCHOOL),
    /** Nothing was written. */
    WORDS_MISSING(Field.WORDS),
    /** Too much was written. */
    WORDS_TOO_LONG(Field.WORDS),
    /** A file is empty. */
    FILE_EMPTY(Field.FILES),
    /** A file is too large. */
    FILE_TOO_LARGE(Field.FILES),
    /** A file is not what may be attached. */
    FILE_TYPE(Field.FILES),
    /** More files than an appeal may have. */
    TOO_MANY_FILES(Field.FILES);

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
