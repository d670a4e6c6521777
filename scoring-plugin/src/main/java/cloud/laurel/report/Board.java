package cloud.laurel.report;

import java.util.List;

/**
 * The first, or the last, of the schools by one number.
 *
 * @param places in the board's order
 */
public record Board(Kind kind, List<Place> places) {

  /** Copies its list. */
  public Board {
    places = List.copyOf(places);
  }

  /** What schools are put in order by. */
  public enum Kind {
    /** The whole score. */
    SCORE,
    /** Building of spaces: the administrators' part. */
    ADMINISTRATORS,
    /** Pupils' use. */
    STUDENTS,
    /** Teachers' use. */
    TEACHERS,
    /** Schools below the gate by the rate of their teachers, the lowest first. */
    LOWEST_TEACHERS,
    /** Schools below the gate by the rate of their pupils, the lowest first. */
    LOWEST_STUDENTS
  }

  /**
   * A school on a board.
   *
   * @param value as printed: a score with two decimals, or a rate with its fraction
   */
  public record Place(int rank, String school, String value) {}
}
