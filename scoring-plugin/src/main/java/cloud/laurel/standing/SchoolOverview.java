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

  /** The same without what the scores are made of. */
  public SchoolStandings standings() {
    return new SchoolStandings(asOf, pending, schools.stream().map(School::row).toList());
  }

  /** One school; the parts hold its months, oldest first. */
  public record School(SchoolStandings.Row row, Parts parts) {}
}
