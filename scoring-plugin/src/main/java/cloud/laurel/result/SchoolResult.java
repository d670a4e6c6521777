package cloud.laurel.result;

import cloud.laurel.opening.SchoolOpening.Central;
import cloud.laurel.opening.Stage;
import cloud.laurel.standing.SchoolScoreRule.Parts;
import cloud.laurel.standing.SchoolStandings.Row;
import java.util.Optional;

/**
 * What a school came to.
 *
 * @param rank 1, 2, 2, 4 among all (rule R8)
 * @param central the central school it belongs to
 * @param parts what its score is made of, months oldest first
 * @param planned whether it has handed in its plan
 * @param trainings entries of its training log
 */
public record SchoolResult(
    String code,
    String name,
    int rank,
    Optional<Central> central,
    Stage stage,
    Parts parts,
    boolean planned,
    int trainings) {

  /** As a row of the standings. */
  public Row row() {
    return Row.of(code, name, rank, parts);
  }
}
