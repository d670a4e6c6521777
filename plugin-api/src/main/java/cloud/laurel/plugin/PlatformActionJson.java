package cloud.laurel.plugin;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An action as JSON: {@code {id, type, actor, occurredAt, school?, object?:{id,name?},
 * counterparts?:[..], attributes?:{..}}}, the same in the outbox, in the spool and over HTTP.
 * Unknown members are ignored.
 *
 * @since 1.0
 */
public final class PlatformActionJson {

  /** Looked up once: the look-up reads the class path each time. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final int MAX_ATTRIBUTES = 100;

  private PlatformActionJson() {}

  /** The action as a JSON object. */
  public static JsonObject toJson(PlatformAction action) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("id", action.id())
            .add("type", action.type())
            .add("actor", action.actor())
            .add("occurredAt", action.occurredAt().toString());
    action.school().ifPresent(school -> json.add("school", school));
    action
        .object()
        .ifPresent(
            object -> {
              JsonObjectBuilder member = JSON.createObjectBuilder().add("id", object.id());
              object.name().ifPresent(name -> member.add("name", name));
              json.add("object", member);
            });
    if (!action.counterparts().isEmpty()) {
      JsonArrayBuilder list = JSON.createArrayBuilder();
      action.counterparts().forEach(list::add);
      json.add("counterparts", list);
    }
    if (!action.attributes().isEmpty()) {
      json.add("attributes", JSON.createObjectBuilder(action.attributes()));
    }
    return json.build();
  }

  /**
   * Reads one action from text, for example an outbox row's payload.
   *
   * @throws InvalidAction when it is not an action
   * @throws jakarta.json.JsonException when it is not JSON
   */
  public static PlatformAction parse(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return fromJson(reader.readValue());
    }
  }

  /**
   * Reads one action.
   *
   * @throws InvalidAction naming the field and the problem
   */
  public static PlatformAction fromJson(JsonValue value) {
    if (!(value instanceof JsonObject json)) {
      throw new InvalidAction("", "must be a JSON object");
    }
    try {
      return new PlatformAction(
          text(json, "id").orElse(""),
          text(json, "type").orElseThrow(() -> new InvalidAction("type", "is missing")),
          text(json, "actor").orElse(""),
          instant(json),
          text(json, "school").filter(s -> !s.isBlank()),
          object(json),
          counterparts(json),
          attributes(json));
    } catch (IllegalArgumentException e) {
      String[] parts = e.getMessage().split(": ", 2);
      throw new InvalidAction(parts[0], parts.length > 1 ? parts[1] : "is not valid");
    }
  }

  private static Optional<String> text(JsonObject json, String field) {
    return text(json, field, field);
  }

  private static Optional<String> text(JsonObject json, String field, String path) {
    JsonValue value = json.get(field);
    if (value == null || value == JsonValue.NULL) {
      return Optional.empty();
    }
    if (value instanceof JsonString string) {
      return Optional.of(string.getString());
    }
    throw new InvalidAction(path, "must be a text");
  }

  private static Instant instant(JsonObject json) {
    String text =
        text(json, "occurredAt").orElseThrow(() -> new InvalidAction("occurredAt", "is missing"));
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      int year = instant.atOffset(java.time.ZoneOffset.UTC).getYear();
      if (year < 1970 || year > 9998) {
        throw new InvalidAction("occurredAt", "must lie between 1970 and 9998");
      }
      return instant;
    } catch (DateTimeException e) {
      throw new InvalidAction(
          "occurredAt", "must be a time with offset, like 2020-12-01T08:30:00+08:00");
    }
  }

  private static Optional<PlatformAction.ObjectRef> object(JsonObject json) {
    JsonValue value = json.get("object");
    if (value == null || value == JsonValue.NULL) {
      return Optional.empty();
    }
    if (!(value instanceof JsonObject object)) {
      throw new InvalidAction("object", "must be an object with id and name");
    }
    return Optional.of(
        new PlatformAction.ObjectRef(
            text(object, "id", "object.id").orElse(""), text(object, "name", "object.name")));
  }

  private static List<String> counterparts(JsonObject json) {
    JsonValue value = json.get("counterparts");
    if (value == null || value == JsonValue.NULL) {
      return List.of();
    }
    if (!(value instanceof JsonArray array)) {
      throw new InvalidAction("counterparts", "must be a list of accounts");
    }
    List<String> accounts = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      if (!(array.get(i) instanceof JsonString account)) {
        throw new InvalidAction("counterparts[" + i + "]", "must be a text");
      }
      accounts.add(account.getString());
    }
    return accounts;
  }

  private static Map<String, Object> attributes(JsonObject json) {
    JsonValue value = json.get("attributes");
    if (value == null || value == JsonValue.NULL) {
      return Map.of();
    }
    if (!(value instanceof JsonObject object) || object.size() > MAX_ATTRIBUTES) {
      throw new InvalidAction(
          "attributes", "must be an object of at most " + MAX_ATTRIBUTES + " members");
    }
    Map<String, Object> attributes = new LinkedHashMap<>();
    object.forEach(
        (name, member) -> {
          if (member != JsonValue.NULL) {
            attributes.put(name, attribute(name, member));
          }
        });
    return attributes;
  }

  private static Object attribute(String name, JsonValue member) {
    if (member instanceof JsonString string) {
      return string.getString();
    }
    if (member instanceof JsonNumber number) {
      BigDecimal decimal = number.bigDecimalValue();
      boolean fitsLong =
          decimal.precision() - decimal.scale() <= 18 && decimal.stripTrailingZeros().scale() <= 0;
      return fitsLong ? (Object) decimal.longValue() : decimal;
    }
    if (member == JsonValue.TRUE || member == JsonValue.FALSE) {
      return member == JsonValue.TRUE;
    }
    throw new InvalidAction("attributes." + name, "must be a text, a number, true or false");
  }

  /** Says why a JSON value is not an action. */
  public static final class InvalidAction extends RuntimeException {
    private final transient Problem problem;

    InvalidAction(String field, String problem) {
      super(field + ": " + problem);
      this.problem = new Problem(field, problem);
    }

    /** The field and what is wrong with it. */
    public Problem problem() {
      return problem;
    }
  }
}
