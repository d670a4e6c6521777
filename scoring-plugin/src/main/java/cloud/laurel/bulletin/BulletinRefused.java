package cloud.laurel.bulletin;

import java.util.List;

/** Something about a bulletin that cannot be done, with the reason. Nothing was stored. */
public final class BulletinRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Why why;
  private final transient List<Finding> findings;

  BulletinRefused(Why why) {
    this(why, List.of());
  }

  BulletinRefused(Why why, List<Finding> findings) {
    super(why + " " + findings);
    this.why = why;
    this.findings = List.copyOf(findings);
  }

  /** The reason. */
  public Why why() {
    return why;
  }

  /** What was found, when that is the reason. */
  public List<Finding> findings() {
    return findings;
  }

  /** Why something cannot be done. */
  public enum Why {
    /** Somebody else has saved since it was looked at. */
    CHANGED,
    /** It cannot be stored, or not released, as it is. */
    FINDINGS,
    /** Warnings have not been confirmed. */
    WARNINGS,
    /** It is not where this can be done to it. */
    OTHER_STATE,
    /** The officer who submitted it does not release it, too. */
    SAME_OFFICER,
    /** Giving it back needs a remark. */
    WORDS_MISSING
  }
}
