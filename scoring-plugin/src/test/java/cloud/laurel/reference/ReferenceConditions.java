package cloud.laurel.reference;

import cloud.laurel.plugin.PlatformAction;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** A handful of conditions in CEL, each with what it means written out by hand. */
final class ReferenceConditions {

  private static final Map<String, BiPredicate<PlatformAction, ZonedDateTime>> MEANINGS =
      new TreeMap<>(
          Map.of(
              "attributes.pages >= 2",
              (action, at) -> action.attributes().get("pages") instanceof Long pages && pages >= 2,
              "!has(attributes.pages) || attributes.pages != 'none'",
              (action, at) -> !"none".equals(action.attributes().get("pages")),
              "hour < 12",
              (action, at) -> at.getHour() < 12,
              "weekday <= 5 && day != '2021-03-15'",
              (action, at) ->
                  at.getDayOfWeek().getValue() <= 5
                      && !at.toLocalDate().toString().equals("2021-03-15"),
              "size(counterparts) < 2 && object.id != 'o1'",
              (action, at) ->
                  action.counterparts().size() < 2
                      && action.object().filter(o -> o.id().equals("o1")).isEmpty(),
              "school == '' || actor.startsWith('t')",
              (action, at) -> action.school().isEmpty() || action.actor().startsWith("t")));

  static final TreeSet<String> TEXTS = new TreeSet<>(MEANINGS.keySet());

  private ReferenceConditions() {}

  static boolean holds(String text, PlatformAction action, ZoneId zone) {
    return MEANINGS.get(text).test(action, action.occurredAt().atZone(zone));
  }
}
