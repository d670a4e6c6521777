package cloud.laurel.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All actions of one campaign up to an instant, in the order in which they happened. */
final class CampaignActions {

  /** Even when the pupils fill the plan, the teachers do at least this share of it: one in six. */
  private static final int LEAST_TEACHERS = 6;

  private CampaignActions() {}

  /** Makes them; the same scene gives the same list, cut at {@code now}. */
  static List<DraftAction> upTo(Instant now, Scene scene) {
    List<DraftAction> actions = new ArrayList<>(scene.plan().total() + 20_000);
    Instant end =
        scene
            .campaign()
            .lastDay(scene.today())
            .plusDays(1)
            .atStartOfDay(DemoCampaign.ZONE)
            .toInstant();
    new PupilActions(scene).make(actions::add);
    // of the running month they were made to its end
    actions.removeIf(action -> !action.at().isBefore(end));
    new AdministratorActions(scene).make(actions::add);
    new RefusedActions(scene).make(actions::add);
    int total = scene.plan().total();
    int wanted = Math.max(total - actions.size(), total / LEAST_TEACHERS);
    new TeacherActions(scene).make(wanted, actions::add);
    actions.removeIf(action -> action.at().isAfter(now));
    actions.sort(
        Comparator.comparing(DraftAction::at)
            .thenComparing(DraftAction::actor)
            .thenComparing(DraftAction::type));
    return actions;
  }
}
