package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.Role;
import cloud.laurel.goal.GoalBar;
import cloud.laurel.goal.GoalService;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@code /school}: the ten functions and the school's score for its administrator. */
@Named("school")
@RequestScoped
public class SchoolView {

  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private StandingService standings;
  @Inject private RosterService roster;
  @Inject private CampaignService campaigns;
  @Inject private GoalService service;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<SchoolSheet> sheet = Optional.empty();
  private List<School> own = List.of();
  private List<MyView.Tile> tiles = List.of();
  private Optional<PeopleTable> people = Optional.empty();
  private Distance distance = Distance.NONE;
  private List<GoalBar> goals = List.of();

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    own =
        caller.person().stream()
            .flatMap(
                person -> roster.administers(person.account(), campaigns.today(campaign)).stream())
            .toList();
    Optional<School> shown =
        own.stream()
            .filter(school -> Objects.equals(school.code(), request.getParameter("code")))
            .findFirst()
            .or(() -> own.stream().findFirst());
    shown.ifPresent(school -> load(campaign, school));
  }

  private void load(Campaign campaign, School school) {
    SchoolStandings board = standings.board(campaign);
    sheet =
        standings
            .school(campaign, school.code(), board)
            .map(detail -> SchoolSheet.of(campaign, detail, text));
    people =
        Optional.of(
            PeopleTable.of(
                standings,
                campaign,
                PeopleQuery.of(request, school.code(), frame.getChosen()),
                text));
    goals =
        service.reached(campaign, school.code()).stream()
            .map(reached -> GoalBar.of(campaign, reached, text))
            .toList();
    distance = Distance.of(board.rows(), school.code());
    tiles =
        caller.person().stream()
            .flatMap(person -> standings.functions(campaign, person, Role.ADMINISTRATOR).stream())
            .map(points -> MyView.Tile.of(points, List.of()))
            .toList();
  }

  /** Whether there is a school to show. */
  public boolean isKnown() {
    return sheet.isPresent();
  }

  /** The school's score unfolded. */
  public SchoolSheet getSheet() {
    return sheet.orElseThrow();
  }

  /** The schools that the caller administers; a choice is shown when there are several. */
  public List<School> getOwn() {
    return own;
  }

  /** The caller's ten functions. */
  public List<MyView.Tile> getTiles() {
    return tiles;
  }

  /** How many of them are done. */
  public long getDone() {
    return tiles.stream().filter(MyView.Tile::done).count();
  }

  /** The people behind the means. */
  public PeopleTable getPeople() {
    return people.orElseThrow();
  }

  /** How many of its people have reached the goals that the school has set. */
  public List<GoalBar> getGoals() {
    return goals;
  }

  /** How far the neighbours in rank are. */
  public Distance getDistance() {
    return distance;
  }

  /**
   * How far the neighbours in rank are, without their names.
   *
   * @param above points to the next better score, empty for the first
   * @param below points to the next lower score, empty for the last
   */
  public record Distance(String above, String below) {

    static final Distance NONE = new Distance("", "");

    static Distance of(List<SchoolStandings.Row> rows, String code) {
      return rows.stream()
          .filter(row -> row.code().equals(code))
          .findFirst()
          .map(
              row ->
                  new Distance(
                      rows.stream()
                          .filter(other -> other.score().compareTo(row.score()) > 0)
                          .map(SchoolStandings.Row::score)
                          .min(Score::compareTo)
                          .map(score -> difference(score, row.score()))
                          .orElse(""),
                      rows.stream()
                          .filter(other -> other.score().compareTo(row.score()) < 0)
                          .map(SchoolStandings.Row::score)
                          .max(Score::compareTo)
                          .map(score -> difference(row.score(), score))
                          .orElse("")))
          .orElse(NONE);
    }

    private static String difference(Score higher, Score lower) {
      return new Score(higher.exact().subtract(lower.exact())).text();
    }
  }
}
