package cloud.laurel.campaign;

import cloud.laurel.web.Texts;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what is wrong with a campaign's JSON in the reader's language, and where, without a path.
 *
 * @param text the reader's language
 * @param campaign the JSON that the problems are about, for the names in it
 */
record ProblemWords(Texts text, JsonObject campaign) {

  private static final Pattern SEGMENT = Pattern.compile("([A-Za-z]+)(?:\\[(\\d{1,6})])?");

  /**
   * A problem as it is shown.
   *
   * @param field path of the field
   * @param label the field as people call it
   * @param problem what is wrong with it
   */
  public record Said(String field, String label, String problem) {}

  /** Words for the problems of a text, which need not be JSON. */
  static ProblemWords of(Texts text, String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return new ProblemWords(text, reader.readObject());
    } catch (JsonException e) {
      return new ProblemWords(text, JsonValue.EMPTY_JSON_OBJECT);
    }
  }

  List<Said> say(List<FieldProblem> problems) {
    return problems.stream().map(p -> new Said(p.field(), label(p.field()), sentence(p))).toList();
  }

  private String sentence(FieldProblem problem) {
    List<String> arguments = problem.arguments();
    if (problem.kind() == FieldProblem.Kind.CONDITION) {
      // line, column, the English sentence, and the sentence's id with what it speaks of
      String words = text.filled(arguments.get(3), arguments.subList(4, arguments.size()));
      return text.of(problem.kind().id(), arguments.get(0), arguments.get(1), words);
    }
    return text.filled(problem.kind().id(), arguments);
  }

  /** A field as people call it: each row on the way to it by number and name, then itself. */
  String label(String path) {
    List<String> names = new ArrayList<>();
    StringBuilder key = new StringBuilder("field");
    JsonValue at = campaign;
    boolean row = false;
    Matcher segments = SEGMENT.matcher(path);
    while (segments.find()) {
      key.append('.').append(segments.group(1));
      at = member(at, segments.group(1));
      row = segments.group(2) != null && text.has(key + ".row");
      if (row) {
        int index = Integer.parseInt(segments.group(2));
        names.add(row(key.toString(), at, index));
        at = element(at, index);
      }
    }
    if (!row) {
      names.add(text.has(key.toString()) ? text.of(key.toString()) : path);
    }
    return String.join(" · ", names);
  }

  private String row(String key, JsonValue list, int index) {
    String role = string(element(list, index), "role").orElse("");
    String ofRole = key + ".row." + role;
    String number =
        text.has(ofRole)
            ? text.of(ofRole, numberAmong(list, index, role))
            : text.of(key + ".row", index + 1);
    return string(element(list, index), "name")
        .filter(name -> !name.isBlank())
        .map(name -> text.of("field.named", number, name))
        .orElse(number);
  }

  /** Administrators' and teachers' indicators are numbered apart, as the editor shows them. */
  private static int numberAmong(JsonValue list, int index, String role) {
    int number = 0;
    for (int i = 0; i <= index; i++) {
      number += string(element(list, i), "role").filter(role::equals).isPresent() ? 1 : 0;
    }
    return number;
  }

  private static JsonValue member(JsonValue value, String name) {
    return value instanceof JsonObject object
        ? object.getOrDefault(name, JsonValue.NULL)
        : JsonValue.NULL;
  }

  private static JsonValue element(JsonValue value, int index) {
    return value instanceof JsonArray array && index < array.size()
        ? array.get(index)
        : JsonValue.NULL;
  }

  private static Optional<String> string(JsonValue value, String member) {
    return member(value, member) instanceof JsonString string
        ? Optional.of(string.getString())
        : Optional.empty();
  }
}
