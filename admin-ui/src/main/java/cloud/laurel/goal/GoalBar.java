package cloud.laurel.goal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.web.Texts;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A goal in plain words, with how far somebody, or a school, is.
 *
 * @param what which points count, whose and in which period
 * @param wanted what makes the bar full, at least 1
 * @param had how much of it is there, at most {@code wanted}
 * @param reached whether nothing is missing
 * @param state how far it is, in words and numbers
 */
public record GoalBar(
    long id, String name, String what, long wanted, long had, boolean reached, String state) {

  /** One person's way to a goal. */
  static GoalBar of(Campaign campaign, Goal.Progress progress, Texts text) {
    Goal goal = progress.goal();
    String had = text.number(progress.earned());
    String wanted = text.number(goal.points());
    return new GoalBar(
        goal.id(),
        goal.name(),
        what(campaign, goal, text),
        goal.points(),
        Math.max(0, Math.min(goal.points(), progress.earned())),
        progress.missing() == 0,
        progress.missing() == 0
            ? text.of("goals.done", had, wanted)
            : text.of("goals.missing", had, wanted, text.number(progress.missing())));
  }

  /** A school's people on their way to a goal. */
  public static GoalBar of(Campaign campaign, Goal.Reached reached, Texts text) {
    return new GoalBar(
        reached.goal().id(),
        reached.goal().name(),
        what(campaign, reached.goal(), text),
        Math.max(1, reached.people()),
        reached.reached(),
        reached.people() > 0 && reached.reached() == reached.people(),
        text.of("goals.reached", text.number(reached.reached()), text.number(reached.people())));
  }

  /** Which points a goal is about. */
  static String what(Campaign campaign, Goal goal, Texts text) {
    List<Indicator> known =
        campaign.indicators().stream().filter(i -> goal.indicators().contains(i.code())).toList();
    String indicators =
        goal.indicators().isEmpty()
            ? text.of("goals.all")
            : known.stream().map(Indicator::name).collect(Collectors.joining(text.of("goals.and")));
    return text.of(
        "goals.what." + goal.period(),
        text.of("role." + goal.role()),
        indicators,
        text.number(goal.points()));
  }
}
