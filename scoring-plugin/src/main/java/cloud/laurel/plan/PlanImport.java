package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.plan.Plan.State;
import cloud.laurel.plan.PlanDraft.StepDraft;
import cloud.laurel.plan.PlanEvent.What;
import cloud.laurel.store.Database;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Takes plans and trainings of a campaign over from elsewhere, with the times at which things
 * happened there: {@code {campaign, plans: [{school, account, content, events: [{at, what,
 * words}]}], trainings: [{school, account, at, from, to, topic, place, participants}]}}. An event
 * says what happened ({@link What}); those of the bureau name their officer as {@code officer}.
 */
public class PlanImport {

  private final Database database;
  private final CampaignService campaigns;
  private final PlanRepository plans = new PlanRepository();
  private final PlanEventRepository events = new PlanEventRepository();
  private final TrainingRepository trainings = new TrainingRepository();

  /** One for a database. */
  public PlanImport(Database database, CampaignService campaigns) {
    this.database = database;
    this.campaigns = campaigns;
  }

  /**
   * Takes everything over, or nothing.
   *
   * @throws IllegalArgumentException when there is no such campaign
   * @throws cloud.laurel.store.InvalidInput when something is not in order
   */
  public void take(JsonObject file) {
    Campaign campaign =
        campaigns
            .find(file.getString("campaign"))
            .orElseThrow(() -> new IllegalArgumentException("campaign: does not exist"));
    database.useTransaction(
        tx -> {
          for (JsonObject plan : objects(file, "plans").toList()) {
            plan(tx, campaign, plan);
          }
          for (JsonObject training : objects(file, "trainings").toList()) {
            training(tx, campaign, training);
          }
        });
  }

  private void plan(Handle tx, Campaign campaign, JsonObject plan) {
    long id =
        plans
            .insert(tx, campaign.id(), plan.getString("school"))
            .orElseThrow(() -> new IllegalArgumentException("plans: name a school twice"));
    plans.touch(tx, id, 0);
    plans.write(tx, id, PlanRule.read(draft(plan.getJsonObject("content")), false));
    for (JsonObject event : objects(plan, "events").toList()) {
      What what = What.valueOf(event.getString("what"));
      boolean bureau = event.containsKey("officer");
      OffsetDateTime at = OffsetDateTime.parse(event.getString("at"));
      events.add(
          tx,
          id,
          at.toInstant(),
          what,
          bureau,
          event.getString("officer", plan.getString("account")),
          event.getString("words", ""));
      if (what == What.SUBMITTED) {
        plans.submit(tx, id, at.toInstant());
      } else if (what == What.ACCEPTED || what == What.RETURNED) {
        plans.state(tx, id, State.valueOf(what.name()));
      }
    }
  }

  private static PlanDraft draft(JsonObject content) {
    List<StepDraft> schedule =
        objects(content, "schedule")
            .map(
                step ->
                    new StepDraft(
                        step.getString("from", ""),
                        step.getString("to", ""),
                        step.getString("item", ""),
                        step.getString("who", "")))
            .toList();
    return new PlanDraft(
        content.getString("objectives", ""),
        content.getString("features", ""),
        content.getString("leader", ""),
        content.getString("leaderPhone", ""),
        content.getString("office", ""),
        content.getString("officePhone", ""),
        content.getString("administrator", ""),
        content.getString("administratorPhone", ""),
        schedule);
  }

  private void training(Handle tx, Campaign campaign, JsonObject entry) {
    TrainingDraft draft =
        new TrainingDraft(
            entry.getString("from"),
            entry.getString("to", ""),
            entry.getString("topic"),
            entry.getString("place", ""),
            "" + entry.getInt("participants"),
            "",
            List.of(),
            Set.of());
    OffsetDateTime at = OffsetDateTime.parse(entry.getString("at"));
    LocalDate day = campaign.dayOf(at.toInstant());
    Training training = TrainingRule.read(0, entry.getString("school"), draft, 0, day);
    long id = trainings.insert(tx, campaign.id(), training);
    trainings.note(
        tx,
        id,
        at.toInstant(),
        TrainingEvent.What.ADDED,
        entry.getString("account"),
        training.summary());
  }

  private static Stream<JsonObject> objects(JsonObject in, String member) {
    return in.containsKey(member)
        ? in.getJsonArray(member).getValuesAs(JsonObject.class).stream()
        : Stream.of();
  }
}
