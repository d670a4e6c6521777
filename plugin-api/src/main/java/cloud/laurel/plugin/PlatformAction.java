package cloud.laurel.plugin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing that a person did on the platform, as it travels from the platform to every plugin.
 *
 * @param id unique for ever; the same id again is the same action. 1 to {@value #MAX_ID} characters
 * @param type {@code <thing>.<verb>} in lower case, for example {@code lesson.prepared}
 * @param actor the account that acted ({@code users.sourcedId} of the roster)
 * @param occurredAt when it happened, cut to microseconds
 * @param school the school in whose space it happened, where the platform knows it
 * @param object the thing acted on, where there is one
 * @param counterparts other accounts that took part, for example the invited teachers; no repeats
 * @param attributes further facts for conditions: strings (cut to 4,000 characters), booleans,
 *     {@code Long} or {@code java.math.BigDecimal} by name
 * @since 1.0
 */
public record PlatformAction(
    String id,
    String type,
    String actor,
    Instant occurredAt,
    Optional<String> school,
    Optional<ObjectRef> object,
    List<String> counterparts,
    Map<String, Object> attributes) {

  /** Longest id of an action, an account or a school, in characters. */
  public static final int MAX_ID = 128;

  /** Most counterparts of one action. */
  public static final int MAX_COUNTERPARTS = 500;

  static final int MAX_TYPE = 64;
  static final Pattern TYPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");

  /** Checks itself; the message of the {@link IllegalArgumentException} begins with the field. */
  public PlatformAction {
    id = Text.id("id", id);
    Objects.requireNonNull(type, "type: is missing");
    if (type.length() > MAX_TYPE || !TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException(
          "type: must look like lesson.prepared, at most 64 characters, in lower case");
    }
    actor = Text.id("actor", actor);
    occurredAt =
        Objects.requireNonNull(occurredAt, "occurredAt: is missing").truncatedTo(ChronoUnit.MICROS);
    school = school.map(s -> Text.id("school", s));
    counterparts = counterparts.stream().map(c -> Text.id("counterparts", c)).distinct().toList();
    if (counterparts.size() > MAX_COUNTERPARTS) {
      throw new IllegalArgumentException(
          "counterparts: at most " + MAX_COUNTERPARTS + " are taken");
    }
    attributes =
        attributes.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    e -> Text.id("attributes", e.getKey()), e -> Text.fact(e.getValue())));
  }

  /**
   * The thing acted on.
   *
   * @param id its id on the platform; for {@code action.withdrawn} the withdrawn action's id
   * @param name what people call it, shown to them in explanations; cut to 500 characters
   */
  public record ObjectRef(String id, Optional<String> name) {
    /** Checks itself like {@link PlatformAction}. */
    public ObjectRef {
      id = Text.id("object.id", id);
      name = name.map(n -> Text.name(n)).filter(n -> !n.isEmpty());
    }
  }
}
