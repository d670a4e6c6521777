package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.standing.RankedBy;
import cloud.laurel.standing.SchoolStandings;
import cloud.laurel.standing.SchoolStandings.Row;
import cloud.laurel.standing.StandingService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the board that an address asks for, now or on a past day; for the page and its export. */
@RequestScoped
public class BoardReader {

  @Inject private StandingService standings;
  @Inject private CourseService courses;
  @Inject private CampaignService campaigns;

  /**
   * A board.
   *
   * @param rows all schools by rank on it
   * @param movement places gained in a week by school, empty in the first week
   */
  record Board(Instant asOf, long pending, List<Row> rows, Map<String, Integer> movement) {}

  /** Empty when the day is not over, or not in the campaign. */
  Optional<Board> read(Campaign campaign, StandingsQuery query) {
    LocalDate day = query.day().orElseGet(() -> campaigns.today(campaign));
    return query
        .day()
        .map(past -> courses.standingsAt(campaign, past))
        .orElseGet(() -> Optional.of(standings.board(campaign).standings()))
        .map(found -> board(campaign, query.board(), found, day));
  }

  private Board board(Campaign campaign, RankedBy by, SchoolStandings found, LocalDate day) {
    List<Row> rows = by.rank(found.rows());
    Map<String, Integer> before = new HashMap<>();
    by.rank(courses.weekBefore(campaign, day)).forEach(r -> before.put(r.code(), r.rank()));
    Map<String, Integer> movement = new HashMap<>();
    rows.stream()
        .filter(row -> before.containsKey(row.code()))
        .forEach(row -> movement.put(row.code(), before.get(row.code()) - row.rank()));
    return new Board(found.asOf(), found.pending(), rows, movement);
  }
}
