package cloud.laurel.certificate;

/** Something about certificates that cannot be done, with the reason. Nothing was stored. */
public final class CertificateRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Why why;
  private final String detail;

  CertificateRefused(Why why) {
    this(why, "");
  }

  CertificateRefused(Why why, String detail) {
    super(why.name() + (detail.isEmpty() ? "" : ": " + detail));
    this.why = why;
    this.detail = detail;
  }

  /** The reason. */
  public Why why() {
    return why;
  }

  /** What it is about; may be empty. */
  public String detail() {
    return detail;
  }

  /** The field of a form or request that has to change; {@code none} where it is the state. */
  public enum Field {
    NONE,
    HONOUR,
    ISSUED_ON,
    DOCUMENT,
    ISSUER,
    PHRASE,
    RECIPIENTS,
    NAME,
    SCHOOL,
    REASON
  }

  /** Why something cannot be done. */
  public enum Why {
    /** There is no such certificate or order. */
    UNKNOWN(Field.NONE),
    /** The campaign has no such honour. */
    HONOUR_UNKNOWN(Field.HONOUR),
    /** The campaign is a draft: nobody can have been honoured. */
    DRAFT(Field.NONE),
    /** The campaign's honours are not published, or were reopened since. */
    NOT_PUBLISHED(Field.NONE),
    /** Nobody is left who could get one. */
    NOBODY(Field.RECIPIENTS),
    /** More than {@value IssueService#MOST} at a time. */
    TOO_MANY(Field.RECIPIENTS),
    /** An order for the same honour is not over yet. */
    OPEN_ALREADY(Field.NONE),
    /** It no longer stands where this can be done to it. */
    OTHER_STATE(Field.NONE),
    /** The press cannot print; the detail says why. */
    NO_PRESS(Field.NONE),
    DATE_RANGE(Field.ISSUED_ON),
    DOCUMENT_TOO_LONG(Field.DOCUMENT),
    ISSUER_MISSING(Field.ISSUER),
    ISSUER_TOO_LONG(Field.ISSUER),
    PHRASE_TOO_LONG(Field.PHRASE),
    /** Issuer, document or phrase have characters that cannot be printed: these. */
    UNPRINTABLE(Field.NONE),
    /** The name cannot be printed. */
    NAME(Field.NAME),
    /** Somebody of this name and school has a certificate of the honour: that one. */
    NAME_TAKEN(Field.NAME),
    REASON_MISSING(Field.REASON),
    REASON_TOO_LONG(Field.REASON);

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
