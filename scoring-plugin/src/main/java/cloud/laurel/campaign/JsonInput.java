package cloud.laurel.campaign;

import cloud.laurel.campaign.FieldProblem.Kind;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a JSON object member by member and collects every problem instead of stopping at the first.
 * A reading with a problem answers a harmless value; the caller looks at the problems at the end.
 */
final class JsonInput {

  private static final LocalDate NO_DATE = LocalDate.EPOCH;
  private static final int MAX_LINE = 500;
  private static final int MAX_CODE = 64;

  private final JsonObject json;
  private final String path;
  private final List<FieldProblem> problems;

  JsonInput(JsonObject json, String path, List<FieldProblem> problems) {
    this.json = json;
    this.path = path;
    this.problems = problems;
  }

  void problem(String field, Kind kind, String... arguments) {
    problems.add(new FieldProblem(path + field, kind, arguments));
  }

  boolean has(String field) {
    return json.containsKey(field) && json.get(field) != JsonValue.NULL;
  }

  /** Yes or no; no when it is left out. */
  boolean flag(String field) {
    if (has(field) && json.get(field) != JsonValue.TRUE && json.get(field) != JsonValue.FALSE) {
      problem(field, Kind.NOT_CHOICE, "true, false");
    }
    return has(field) && json.get(field) == JsonValue.TRUE;
  }

  String text(String field) {
    return optionalText(field)
        .filter(s -> !s.isBlank())
        .orElseGet(
            () -> {
              if (!has(field) || json.get(field) instanceof JsonString) {
                problem(field, Kind.MISSING);
              }
              return "";
            });
  }

  Optional<String> optionalText(String field) {
    if (!has(field)) {
      return Optional.empty();
    }
    if (json.get(field) instanceof JsonString text) {
      String value = text.getString().strip();
      if (value.length() > MAX_LINE || value.chars().anyMatch(Character::isISOControl)) {
        problem(field, Kind.NOT_LINE, "" + MAX_LINE);
        return Optional.of("");
      }
      return Optional.of(value);
    }
    problem(field, Kind.NOT_TEXT);
    return Optional.empty();
  }

  /** A condition, which may have several lines; every problem names its place in it. */
  Optional<Condition> condition(String field) {
    if (!has(field)) {
      return Optional.empty();
    }
    if (!(json.get(field) instanceof JsonString text)) {
      problem(field, Kind.NOT_TEXT);
      return Optional.empty();
    }
    if (text.getString().isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Condition.compile(text.getString()));
    } catch (InvalidCondition e) {
      for (ConditionProblem found : e.problems()) {
        List<String> arguments =
            new ArrayList<>(
                List.of(
                    String.valueOf(found.line()),
                    String.valueOf(found.column()),
                    found.text(),
                    found.kind().id()));
        arguments.addAll(found.arguments());
        problem(field, Kind.CONDITION, arguments.toArray(String[]::new));
      }
      return Optional.empty();
    }
  }

  String code(String field) {
    String code = text(field);
    if (!code.isEmpty() && !code.matches("[a-z0-9]+(-[a-z0-9]+)*") || code.length() > MAX_CODE) {
      problem(field, Kind.NOT_CODE, "" + MAX_CODE);
    }
    return code;
  }

  int whole(String field, int least, int most) {
    if (!has(field)) {
      problem(field, Kind.MISSING);
      return least;
    }
    if (json.get(field) instanceof JsonNumber number) {
      BigDecimal value = number.bigDecimalValue();
      if (value.compareTo(BigDecimal.valueOf(least)) >= 0
          && value.compareTo(BigDecimal.valueOf(most)) <= 0
          && value.stripTrailingZeros().scale() <= 0) {
        return value.intValue();
      }
    }
    problem(field, Kind.NOT_WHOLE, "" + least, "" + most);
    return least;
  }

  BigDecimal share(String field) {
    if (!has(field)) {
      problem(field, Kind.MISSING);
      return BigDecimal.ONE;
    }
    JsonValue value = json.get(field);
    try {
      BigDecimal share =
          value instanceof JsonString text
              ? new BigDecimal(text.getString().strip())
              : ((JsonNumber) value).bigDecimalValue();
      if (share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0 && share.scale() <= 9) {
        return share;
      }
    } catch (NumberFormatException | ClassCastException e) {
      // said below
    }
    problem(field, Kind.NOT_SHARE);
    return BigDecimal.ONE;
  }

  Optional<LocalDate> optionalDate(String field) {
    return optionalText(field)
        .map(
            text -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeException e) {
                problem(field, Kind.NOT_DATE);
                return NO_DATE;
              }
            });
  }

  LocalDate date(String field) {
    return optionalDate(field)
        .orElseGet(
            () -> {
              problem(field, Kind.MISSING);
              return NO_DATE;
            });
  }

  <E extends Enum<E>> E choice(String field, Class<E> type) {
    return optionalChoice(field, type)
        .orElseGet(
            () -> {
              if (!has(field)) {
                problem(field, Kind.MISSING);
              }
              return type.getEnumConstants()[0];
            });
  }

  <E extends Enum<E>> Optional<E> optionalChoice(String field, Class<E> type) {
    return optionalText(field).flatMap(text -> constant(field, text, type));
  }

  private <E extends Enum<E>> Optional<E> constant(String field, String text, Class<E> type) {
    Optional<E> found =
        Arrays.stream(type.getEnumConstants()).filter(c -> c.name().equals(text)).findFirst();
    if (found.isEmpty()) {
      problem(field, Kind.NOT_CHOICE, names(type));
    }
    return found;
  }

  /** The constants that a field takes, as a problem names them. */
  static <E extends Enum<E>> String names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(E::name).collect(Collectors.joining(", "));
  }

  <E extends Enum<E>> List<E> choices(String field, Class<E> type) {
    List<E> found = new ArrayList<>();
    List<String> texts = texts(field);
    for (int i = 0; i < texts.size(); i++) {
      constant(field + "[" + i + "]", texts.get(i), type).ifPresent(found::add);
    }
    return found;
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    JsonArray array = array(field);
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof JsonString text && !text.getString().isBlank()) {
        texts.add(text.getString().strip());
      } else {
        problem(field + "[" + i + "]", Kind.NOT_TEXT);
      }
    }
    return texts;
  }

  JsonInput object(String field) {
    if (has(field) && json.get(field) instanceof JsonObject object) {
      return new JsonInput(object, path + field + ".", problems);
    }
    problem(field, has(field) ? Kind.NOT_OBJECT : Kind.MISSING);
    return new JsonInput(JsonValue.EMPTY_JSON_OBJECT, path + field + ".", new ArrayList<>());
  }

  List<JsonInput> objects(String field) {
    List<JsonInput> objects = new ArrayList<>();
    JsonArray array = array(field);
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof JsonObject object) {
        objects.add(new JsonInput(object, path + field + "[" + i + "].", problems));
      } else {
        problem(field + "[" + i + "]", Kind.NOT_OBJECT);
      }
    }
    return objects;
  }

  private JsonArray array(String field) {
    if (!has(field)) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    if (json.get(field) instanceof JsonArray array) {
      return array;
    }
    problem(field, Kind.NOT_LIST);
    return JsonValue.EMPTY_JSON_ARRAY;
  }
}
