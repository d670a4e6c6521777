package cloud.laurel.campaign;

/**
 * How often an indicator counts for one person.
 *
 * @param count how many actions count in one period, at least 1
 * @param per the period, in the campaign's time zone
 */
public record Limit(int count, Per per) {

  /** Checks itself. */
  public Limit {
    if (count < 1) {
      throw new IllegalArgumentException("count: must be at least 1");
    }
  }

  /** The period of a limit. */
  public enum Per {
    CAMPAIGN,
    TERM,
    MONTH,
    WEEK,
    DAY,
    /** What was acted on: each object counts on its own, over the whole campaign. */
    OBJECT
  }
}
