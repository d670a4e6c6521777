package cloud.laurel.standing;

import java.time.Instant;
import java.util.List;

/**
 * Where every school stands.
 *
 * @param asOf when it was computed
 * @param pending actions accepted and not yet scored
 * @param rows by rank, then name
 */
public record SchoolStandings(Instant asOf, long pending, List<Row> rows) {

  /**
   * One school.
   *
   * @param rank 1, 2, 2, 4: exactly equal scores share a rank (rule R8)
   */
  public record Row(
      String code,
      String name,
      int rank,
      Score score,
      Score administratorMean,
      Score teacherMean,
      Score studentMean,
      Rate teacherOpening,
      Rate studentOpening,
      boolean passesOpeningGate) {

    /** A school's row from the parts of its score. */
    public static Row of(String code, String name, int rank, SchoolScoreRule.Parts parts) {
      return new Row(
          code,
          name,
          rank,
          parts.score(),
          parts.administrators().mean(),
          parts.teachers().mean(),
          parts.studentMean(),
          parts.teacherOpening().rate(),
          parts.studentOpening().rate(),
          parts.passesGate());
    }

    /** The same school with another rank. */
    Row at(int other) {
      return new Row(
          code,
          name,
          other,
          score,
          administratorMean,
          teacherMean,
          studentMean,
          teacherOpening,
          studentOpening,
          passesOpeningGate);
    }
  }
}
