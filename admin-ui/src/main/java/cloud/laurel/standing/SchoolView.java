package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.goal.GoalBar;
import cloud.laurel.goal.GoalService;
import cloud.laurel.roster.School;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.OwnSchools;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** {@code /school}: the ten functions and the school's score for its administrator. */
@Named("school")
@RequestScoped
public class SchoolView {

  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private StandingService standings;
  @Inject private OwnSchools schools;
  @Inject private GoalService service;
  @Inject private Texts text;

  private Optional<SchoolSheet> sheet = Optional.empty();
  private List<School> own = List.of();
  private List<MyView.Tile> tiles = List.of();
  private List<StepLine> steps = List.of();
  private Distance distance = Distance.NONE;
  private List<GoalBar> goals = List.of();

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    own = schools.all(campaign);
    schools.chosen(campaign).ifPresent(school -> load(campaign, school));
  }

  private void load(Campaign campaign, School school) {
    SchoolOverview board = standings.board(campaign);
    Optional<SchoolDetail> detail = standings.school(campaign, school.code(), board);
    sheet = detail.map(found -> SchoolSheet.of(campaign, found, text));
    steps =
        detail.stream()
            .flatMap(found -> standings.nextSteps(campaign, found).stream())
            .map(step -> StepLine.of(step, text))
            .toList();
    distance = Distance.of(board.standings().rows(), school.code());
    goals =
        service.reached(campaign, school.code()).stream()
            .map(reached -> GoalBar.of(campaign, reached, text))
            .toList();
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

  /** What lifts the score next, the most for a single action first. */
  public List<StepLine> getSteps() {
    return steps;
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
   * A step in words.
   *
   * @param gain what the school's score grows by, two decimals
   */
  public record StepLine(String words, String gain) {

    static StepLine of(NextStep step, Texts text) {
      return new StepLine(
          text.filled(
              "next." + step.kind(),
              List.of(
                  step.actions(),
                  step.name(),
                  step.points(),
                  step.until().map(Object::toString).orElse(""))),
          step.gain().text());
    }
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
