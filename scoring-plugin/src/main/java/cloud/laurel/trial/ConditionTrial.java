package cloud.laurel.trial;

import cloud.laurel.campaign.Condition;
import cloud.laurel.campaign.InvalidCondition;
import cloud.laurel.journal.ActionJournal;
import cloud.laurel.journal.JournalEntry;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformAction.ObjectRef;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows which past actions a condition would take, before it is saved. */
public class ConditionTrial {

  /** Most actions that are shown. */
  public static final int MOST = 50;

  /** So many latest arrivals are searched for actions of the types. */
  static final int LOOKED_AT = 5_000;

  private final Database database;
  private final ActionJournal journal;

  /** One for a database. */
  public ConditionTrial(Database database, ActionJournal journal) {
    this.database = database;
    this.journal = journal;
  }

  /**
   * Tries a condition on the latest arrivals of some types.
   *
   * @param text the condition
   * @param types action types
   * @param zone for the condition's local times
   * @return newest arrival first, at most {@value #MOST}; empty when none arrived lately
   * @throws InvalidCondition with everything that is wrong with the condition
   */
  public List<Row> run(String text, Collection<String> types, ZoneId zone) {
    Condition condition = Condition.compile(text);
    return database.read(tx -> journal.newest(tx, types, MOST, LOOKED_AT)).stream()
        .map(JournalEntry::action)
        .map(action -> row(action, condition.holds(action, zone)))
        .toList();
  }

  private static Row row(PlatformAction action, boolean holds) {
    return new Row(
        action.id(),
        action.type(),
        action.actor(),
        action.occurredAt(),
        action.object().flatMap(ObjectRef::name),
        action.attributes(),
        holds);
  }

  /**
   * A past action and what the condition makes of it.
   *
   * @param id the action's
   * @param type the action's
   * @param actor the account that acted
   * @param occurredAt when it happened
   * @param objectName the thing acted on, where it has a name
   * @param attributes what the condition could read of it besides
   * @param holds whether it would be valid
   */
  public record Row(
      String id,
      String type,
      String actor,
      Instant occurredAt,
      Optional<String> objectName,
      Map<String, Object> attributes,
      boolean holds) {}
}
