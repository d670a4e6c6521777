package cloud.laurel.appeal;

/**
 * In which order appeals are wanted.
 *
 * @param by what they are ordered by
 * @param descending largest first
 */
public record AppealOrder(Column by, boolean descending) {

  /** What has to be answered first. */
  public static final AppealOrder DUE_FIRST = new AppealOrder(Column.DUE, false);

  /** The newest. */
  public static final AppealOrder NEWEST_FIRST = new AppealOrder(Column.FILED, true);

  /** What appeals can be ordered by. */
  public enum Column {
    /** The day of the answer's time limit. */
    DUE,
    /** The time of filing. */
    FILED,
    /** The display name. */
    PERSON,
    /** The school's name. */
    SCHOOL
  }
}
