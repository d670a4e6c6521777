package cloud.laurel.standing;

import cloud.laurel.standing.SchoolScoreRule.Parts;
import java.time.Instant;
import java.util.List;

/**
 * Where every school stands, and what its score is made of.
 *
 * @param asOf when it was computed
 * @param pending actions accepted and not yet scored
 * @param schools by rank, then code
 */
public record SchoolOverview(Instant asOf, long pending, List<School> schools) {

  /** One school; the parts hold its months, oldest first. */
  public record School(SchoolStandings.Row row, Parts parts) {}
}
