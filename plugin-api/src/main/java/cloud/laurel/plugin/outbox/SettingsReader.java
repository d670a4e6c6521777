package cloud.laurel.plugin.outbox;

import cloud.laurel.plugin.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Reads settings and collects everything that is wrong with them, so that an operator mends all
 * problems in one go. Not safe for use by several threads.
 */
public final class SettingsReader {

  private final Function<String, Optional<String>> values;
  private final List<String> keys;
  private final List<Problem> problems = new ArrayList<>();

  private SettingsReader(Function<String, Optional<String>> values, List<String> keys) {
    this.values = values;
    this.keys = keys;
  }

  /** Reads MicroProfile Config. */
  public static SettingsReader of(Config config) {
    return new SettingsReader(
        key -> config.getOptionalValue(key, String.class),
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .filter(key -> key.startsWith("laurel."))
            .sorted()
            .toList());
  }

  /** Reads fixed values. */
  public static SettingsReader of(Map<String, String> fixed) {
    return new SettingsReader(
        key -> Optional.ofNullable(fixed.get(key)), List.copyOf(new TreeMap<>(fixed).keySet()));
  }

  /** The keys that begin with a prefix, sorted. */
  public List<String> keys(String prefix) {
    return keys.stream().filter(key -> key.startsWith(prefix)).toList();
  }

  /** A text, stripped; empty when it is not set or blank. */
  public Optional<String> text(String key) {
    return values.apply(key).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** A whole number within a range; the default also stands in for a bad one. */
  public int number(String key, int standard, int least, int most) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return standard;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the problem below says what a good value looks like
    }
    problem(key, "must be a whole number from " + least + " to " + most);
    return standard;
  }

  /** True or false; the default also stands in for a bad one. */
  public boolean flag(String key, boolean standard) {
    Optional<String> text = text(key);
    if (text.isEmpty() || text.get().equals("true") || text.get().equals("false")) {
      return text.map(Boolean::parseBoolean).orElse(standard);
    }
    problem(key, "must be true or false");
    return standard;
  }

  /** Notes something wrong. */
  public void problem(String key, String problem) {
    problems.add(new Problem(key, problem));
  }

  /** Everything wrong so far, in the order of reading. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
