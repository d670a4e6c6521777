package cloud.laurel.campaign;

import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformAction.ObjectRef;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelVariableResolver;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a condition reads of one action; made out only when it is asked for, in one thread. */
final class ConditionFacts implements CelVariableResolver {

  /** Every name with its type, as {@link Condition} documents them. */
  static final Map<String, CelType> TYPES =
      Map.ofEntries(
          Map.entry("type", SimpleType.STRING),
          Map.entry("actor", SimpleType.STRING),
          Map.entry("school", SimpleType.STRING),
          Map.entry("object.id", SimpleType.STRING),
          Map.entry("object.name", SimpleType.STRING),
          Map.entry("counterparts", ListType.create(SimpleType.STRING)),
          Map.entry("attributes", MapType.create(SimpleType.STRING, SimpleType.DYN)),
          Map.entry("occurredAt", SimpleType.TIMESTAMP),
          Map.entry("day", SimpleType.STRING),
          Map.entry("weekday", SimpleType.INT),
          Map.entry("hour", SimpleType.INT));

  /** Deeper attributes cannot be read: no platform sends them on purpose. */
  private static final int MAX_DEPTH = 20;

  private final PlatformAction action;
  private final ZoneId zone;

  /** Kept: a loop asks for them again and again. */
  private @Nullable Map<String, Object> attributes;

  /** Of an action, with local times of a zone. */
  ConditionFacts(PlatformAction action, ZoneId zone) {
    this.action = action;
    this.zone = zone;
  }

  @Override
  public Optional<Object> find(String name) {
    return switch (name) {
      case "type" -> Optional.of(action.type());
      case "actor" -> Optional.of(action.actor());
      case "school" -> Optional.of(action.school().orElse(""));
      case "object.id" -> Optional.of(action.object().map(ObjectRef::id).orElse(""));
      case "object.name" -> Optional.of(action.object().flatMap(ObjectRef::name).orElse(""));
      case "counterparts" -> Optional.of(action.counterparts());
      case "attributes" -> Optional.of(attributes());
      case "occurredAt" -> Optional.of(action.occurredAt());
      case "day" -> Optional.of(local().toLocalDate().toString());
      case "weekday" -> Optional.of((long) local().getDayOfWeek().getValue());
      case "hour" -> Optional.of((long) local().getHour());
      default -> Optional.empty();
    };
  }

  private ZonedDateTime local() {
    return action.occurredAt().atZone(zone);
  }

  private Map<String, Object> attributes() {
    Map<String, Object> known = attributes;
    if (known == null) {
      known = readable(action.attributes());
      attributes = known;
    }
    return known;
  }

  /** Most actions carry nothing but values that CEL knows: those are not copied. */
  private static Map<String, Object> readable(Map<String, Object> given) {
    for (Object value : given.values()) {
      if (!(value instanceof String || value instanceof Boolean || value instanceof Long)) {
        return members(given, 0);
      }
    }
    return given;
  }

  private static Map<String, Object> members(Map<?, ?> given, int depth) {
    Map<String, Object> result = new LinkedHashMap<>();
    given.forEach((name, value) -> result.put(name.toString(), value(value, depth)));
    return result;
  }

  private static Object value(Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("attributes are nested more than " + MAX_DEPTH + " deep");
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Map<?, ?> map) {
      return members(map, depth + 1);
    }
    if (value instanceof Collection<?> list) {
      List<Object> result = list.stream().map(v -> value(v, depth + 1)).toList();
      return result;
    }
    return value;
  }

  /** The same number is the same value, whether it came as 2, as 2.0 or out of the journal. */
  private static Number number(Number number) {
    if (number instanceof Long) {
      return number;
    }
    BigDecimal decimal = new BigDecimal(number.toString());
    boolean whole = decimal.stripTrailingZeros().scale() <= 0;
    if (whole && decimal.precision() - decimal.scale() <= 18) {
      return decimal.longValue();
    }
    return decimal.doubleValue();
  }
}
