package cloud.laurel.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An action that has not got its number yet.
 *
 * @param at when it happened, whole seconds
 * @param actor who did it
 * @param type for example {@code lesson.prepared}
 * @param object what people call the thing acted on, may be empty
 * @param counterparts the invited
 * @param attributes further facts
 */
record DraftAction(
    Instant at,
    String actor,
    String type,
    String object,
    List<String> counterparts,
    Map<String, Object> attributes) {

  DraftAction {
    counterparts = List.copyOf(counterparts);
    attributes = Map.copyOf(attributes);
  }

  static DraftAction of(Instant at, DemoPerson actor, String type, String object) {
    return new DraftAction(at, actor.id(), type, object, List.of(), Map.of());
  }
}
