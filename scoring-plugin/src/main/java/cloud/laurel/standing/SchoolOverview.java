package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.standing.SchoolScoreRule.Parts;
import cloud.laurel.standing.StandingRepository.SchoolName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Where every school stands, and what its score is made of.
 *
 * @param asOf when it was computed
 * @param pending actions accepted and not yet scored
 * @param schools by rank, then code
 */
public record SchoolOverview(Instant asOf, long pending, List<School> schools) {

  static SchoolOverview of(
      Campaign campaign, List<SchoolName> names, SchoolCounts counts, Instant now) {
    record Scored(String code, String name, Parts parts) {}
    List<Scored> schools =
        names.stream()
            .filter(s -> campaign.includes(s.code()))
            .map(s -> new Scored(s.code(), s.name(), counts.parts(s.code())))
            .toList();
    return new SchoolOverview(
        now,
        counts.pending(),
        RankRule.rank(
            schools,
            s -> s.parts().score(),
            Comparator.comparing(Scored::code),
            (s, rank) ->
                new School(
                    SchoolStandings.Row.of(s.code(), s.name(), rank, s.parts()), s.parts())));
  }

  /** The standings alone. */
  public SchoolStandings standings() {
    return new SchoolStandings(asOf, pending, schools.stream().map(School::row).toList());
  }

  /** One school; the parts hold its months, oldest first. */
  public record School(SchoolStandings.Row row, Parts parts) {}
}
