package cloud.laurel.standing;

/**
 * In which order a school's people are wanted; whoever is equal comes by name, then by account.
 *
 * @param by what they are ordered by
 * @param descending largest first
 */
public record PeopleOrder(Column by, boolean descending) {

  /** Most points first. */
  public static final PeopleOrder BEST_FIRST = new PeopleOrder(Column.POINTS, true);

  /** What people can be ordered by. */
  public enum Column {
    /** Display name. */
    NAME,
    /** Points, which is also the order of both ranks. */
    POINTS,
    /** No space, registered, activated. */
    SPACE
  }
}
