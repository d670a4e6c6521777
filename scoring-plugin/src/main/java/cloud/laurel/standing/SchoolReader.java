package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.standing.SchoolScoreRule.Counts;
import cloud.laurel.standing.SchoolScoreRule.Parts;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes schools' scores and ranks from the counts that are kept. */
final class SchoolReader {

  private final StandingRepository standings;
  private final InstantSource clock;

  SchoolReader(StandingRepository standings, InstantSource clock) {
    this.standings = standings;
    this.clock = clock;
  }

  private record Scored(String code, String name, Parts parts) {}

  /** All schools, ranked; two statements. */
  SchoolOverview overview(Handle tx, Campaign campaign) {
    SchoolCounts counts = SchoolCounts.read(tx, standings, campaign, Optional.empty());
    List<Scored> schools =
        standings.schools(tx).stream()
            .filter(s -> campaign.includes(s.code()))
            .map(s -> new Scored(s.code(), s.name(), counts.parts(s.code())))
            .toList();
    return new SchoolOverview(
        clock.instant(),
        counts.pending(),
        RankRule.rank(
            schools,
            s -> s.parts().score(),
            Comparator.comparing(Scored::code),
            (s, rank) ->
                new SchoolOverview.School(
                    SchoolStandings.Row.of(s.code(), s.name(), rank, s.parts()), s.parts())));
  }

  List<String> codes(Handle tx, Campaign campaign) {
    return standings.schools(tx).stream()
        .map(StandingRepository.SchoolName::code)
        .filter(campaign::includes)
        .toList();
  }

  Map<String, Counts> counts(Handle tx, Campaign campaign) {
    return SchoolCounts.read(tx, standings, campaign, Optional.empty()).all();
  }

  /** One school now, ranked among the others of a board; one statement. */
  Optional<SchoolDetail> detail(Handle tx, Campaign campaign, SchoolOverview board, String school) {
    return board.schools().stream()
        .map(SchoolOverview.School::row)
        .filter(row -> row.code().equals(school))
        .findFirst()
        .map(row -> detail(tx, campaign, board, row));
  }

  private SchoolDetail detail(
      Handle tx, Campaign campaign, SchoolOverview board, SchoolStandings.Row row) {
    SchoolCounts counts = SchoolCounts.read(tx, standings, campaign, Optional.of(row.code()));
    Parts parts = counts.parts(row.code());
    long better =
        board.schools().stream()
            .map(SchoolOverview.School::row)
            .filter(other -> !other.code().equals(row.code()))
            .filter(other -> other.score().compareTo(parts.score()) > 0)
            .count();
    return new SchoolDetail(
        row.code(),
        row.name(),
        Math.toIntExact(better + 1),
        board.schools().size(),
        parts.score(),
        parts.administrators(),
        parts.teachers(),
        parts.studentMean(),
        parts.months(),
        parts.teacherOpening(),
        parts.studentOpening(),
        parts.passesGate(),
        campaign.rulesOn(campaign.referenceDay(campaign.dayOf(clock.instant()))),
        clock.instant(),
        counts.pending());
  }
}
