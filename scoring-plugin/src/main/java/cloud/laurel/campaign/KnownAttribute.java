package cloud.laurel.campaign;

import java.util.Collection;
import java.util.Map;

/**
 * An attribute that actions of a type have come with.
 *
 * @param type of the action
 * @param name a condition reads it as {@code attributes.name}
 * @param kind of the first value seen
 * @param example the first value seen, at most {@value #MAX_EXAMPLE} characters of it
 */
public record KnownAttribute(String type, String name, Kind kind, String example) {

  static final int MAX_EXAMPLE = 100;

  /** What a value is. */
  public enum Kind {
    STRING,
    NUMBER,
    BOOLEAN,
    LIST,
    OBJECT;

    static Kind of(Object value) {
      if (value instanceof Number) {
        return NUMBER;
      }
      if (value instanceof Boolean) {
        return BOOLEAN;
      }
      if (value instanceof Collection<?>) {
        return LIST;
      }
      return value instanceof Map<?, ?> ? OBJECT : STRING;
    }
  }

  static KnownAttribute seen(String type, String name, Object value) {
    String text = value.toString();
    int whole = text.codePointCount(0, text.length());
    String example = text.substring(0, text.offsetByCodePoints(0, Math.min(whole, MAX_EXAMPLE)));
    return new KnownAttribute(type, name, Kind.of(value), example);
  }
}
