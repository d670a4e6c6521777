package cloud.laurel.scoring;

/**
 * Something stored that is not what the journal gives.
 *
 * @param kind what it is
 * @param subject an account or a school
 * @param action the action's id; empty for a total
 * @param item the indicator, or what the total is of
 * @param stored as found, empty when nothing was
 * @param expected as it should be, empty when nothing should
 */
public record Difference(
    Kind kind, String subject, String action, String item, String stored, String expected) {

  /** What differs. */
  public enum Kind {
    /** The verdict on an action. */
    VERDICT,
    /** A person's points. */
    PERSON,
    /** A number of a school. */
    SCHOOL
  }
}
