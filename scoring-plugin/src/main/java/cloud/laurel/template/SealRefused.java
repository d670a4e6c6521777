package cloud.laurel.template;

/** Something about a seal that cannot be done, with the reason. Nothing was stored. */
public final class SealRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Why why;

  SealRefused(Why why) {
    super(why.name());
    this.why = why;
  }

  /** The reason. */
  public Why why() {
    return why;
  }

  /** Why it cannot be done. */
  public enum Why {
    /** The picture is no PNG. */
    NOT_PNG,
    /** Paper would show through nowhere. */
    OPAQUE,
    /** Fewer dots than a clear print takes. */
    TOO_SMALL,
    /** Neither round nor nearly so. */
    NOT_ROUND,
    /** So much detail, or dirt, that certificates would become too large. */
    TOO_DETAILED,
    /** Its width is not one that seals have. */
    MILLIMETRES,
    /** There is no such seal. */
    UNKNOWN,
    /** Whoever uploaded it cannot release it. */
    SAME_OFFICER,
    /** It has been released or retired meanwhile. */
    OTHER_STATE
  }
}
