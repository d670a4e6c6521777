package cloud.laurel.plugin.capture;

import cloud.laurel.plugin.outbox.SettingsReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hooks that configuration asks for. Each has a name of its own, {@code <hook>} below.
 *
 * <table>
 * <caption>Keys; expressions are Jakarta EL without {@code ${}}</caption>
 * <tr><th>key</th><th>value</th></tr>
 * <tr><td>{@code laurel.capture.<hook>.method}</td><td>{@code com.example.GradeService#create}, one
 * or several with commas; all overloads; the class may also be a supertype of the bean's
 * class</td></tr>
 * <tr><td>{@code .type}</td><td>the action's type, for example {@code grade.created}</td></tr>
 * <tr><td>{@code .actor}</td><td>expression; default: the account of the caller</td></tr>
 * <tr><td>{@code .object}, {@code .object-name}, {@code .school}</td><td>expressions; default: not
 * given</td></tr>
 * <tr><td>{@code .counterparts}</td><td>expression of a text, an array or a collection</td></tr>
 * <tr><td>{@code .attributes.<name>}</td><td>expression of a text, a number or a boolean</td></tr>
 * </table>
 *
 * <p>Expressions see {@code principal}, {@code args} and {@code result}, for example {@code
 * args[0].id} or {@code result.name}. They carry no <code>${}</code>, because MicroProfile Config
 * would take that for a reference to another setting.
 *
 * @param hooks hooks by method, {@code class#method}
 */
record CaptureSettings(Map<String, List<Hook>> hooks) {

  private static final String PREFIX = "laurel.capture.";
  private static final Pattern KEY =
      Pattern.compile("laurel\\.capture\\.([A-Za-z0-9_-]+)\\.([a-z-]+)(?:\\.(.+))?");
  private static final Set<String> PLAIN =
      Set.of("method", "type", "actor", "object", "object-name", "school", "counterparts");
  private static final Pattern METHOD = Pattern.compile("[\\w.$]+#[\\w$]+");
  private static final Pattern TYPE = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

  CaptureSettings {
    Map<String, List<Hook>> copy = new LinkedHashMap<>();
    hooks.forEach((method, list) -> copy.put(method, List.copyOf(list)));
    hooks = Map.copyOf(copy);
  }

  /** Reads the hooks; one with a problem is left out. */
  static CaptureSettings read(SettingsReader reader) {
    Map<String, Map<String, String>> byHook = new TreeMap<>();
    for (String key : reader.keys(PREFIX)) {
      Matcher matcher = KEY.matcher(key);
      boolean attribute = matcher.matches() && "attributes".equals(matcher.group(2));
      if (!matcher.matches()
          || attribute != (matcher.group(3) != null)
          || !attribute && !PLAIN.contains(matcher.group(2))) {
        reader.problem(
            key,
            "is not known; known are laurel.capture.<hook>. with "
                + PLAIN
                + " or attributes.<name>");
        continue;
      }
      String part = attribute ? "attributes." + matcher.group(3) : matcher.group(2);
      reader
          .text(key)
          .ifPresent(
              value ->
                  byHook.computeIfAbsent(matcher.group(1), h -> new TreeMap<>()).put(part, value));
    }
    Map<String, List<Hook>> hooks = new LinkedHashMap<>();
    byHook.forEach((name, parts) -> read(reader, name, parts, hooks));
    return new CaptureSettings(hooks);
  }

  private static void read(
      SettingsReader reader,
      String name,
      Map<String, String> parts,
      Map<String, List<Hook>> hooks) {
    List<String> methods =
        Arrays.stream(parts.getOrDefault("method", "").split(","))
            .map(String::strip)
            .filter(method -> !method.isEmpty())
            .toList();
    boolean good = true;
    if (methods.isEmpty() || !methods.stream().allMatch(m -> METHOD.matcher(m).matches())) {
      reader.problem(PREFIX + name + ".method", "must look like com.example.GradeService#create");
      good = false;
    }
    String type = parts.getOrDefault("type", "");
    if (!TYPE.matcher(type).matches()) {
      reader.problem(PREFIX + name + ".type", "must look like grade.created");
      good = false;
    }
    Map<String, String> attributes = new TreeMap<>();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      String key = PREFIX + name + "." + part.getKey();
      boolean expression = !part.getKey().equals("method") && !part.getKey().equals("type");
      if (expression && !Expressions.isValid(part.getValue())) {
        reader.problem(key, "must be a Jakarta EL expression without ${}, like result.id");
        good = false;
      }
      if (part.getKey().startsWith("attributes.")) {
        attributes.put(part.getKey().substring("attributes.".length()), part.getValue());
      }
    }
    if (good) {
      Hook hook =
          new Hook(
              name,
              type,
              parts.getOrDefault("actor", Hook.CALLER),
              parts.getOrDefault("object", ""),
              parts.getOrDefault("object-name", ""),
              parts.getOrDefault("school", ""),
              parts.getOrDefault("counterparts", ""),
              attributes);
      methods.forEach(method -> hooks.computeIfAbsent(method, m -> new ArrayList<>()).add(hook));
    }
  }
}
