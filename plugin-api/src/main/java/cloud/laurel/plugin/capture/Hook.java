package cloud.laurel.plugin.capture;

import cloud.laurel.plugin.Publishes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a call of certain methods means: the action's type and the expressions that find its parts.
 * An empty expression means: not given.
 *
 * @param name the setting's name, or {@code Class#method} of an annotated method
 * @param type the action's type
 * @param actor expression, by default the caller
 * @param object expression of the object's id
 * @param objectName expression of the object's name
 * @param school expression of the school's code
 * @param counterparts expression: a text, an array or a collection
 * @param attributes expressions by attribute name
 */
record Hook(
    String name,
    String type,
    String actor,
    String object,
    String objectName,
    String school,
    String counterparts,
    Map<String, String> attributes) {

  static final String CALLER = "principal";

  Hook {
    attributes = Map.copyOf(attributes);
  }

  static Hook of(String method, Publishes annotation) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String attribute : annotation.attributes()) {
      String[] parts = attribute.split("=", 2);
      if (parts.length != 2 || parts[0].isBlank()) {
        throw new IllegalArgumentException(
            "attributes: '" + attribute + "' must be name=expression");
      }
      attributes.put(parts[0].strip(), parts[1]);
    }
    return new Hook(
        method,
        annotation.value(),
        annotation.actor(),
        annotation.object(),
        annotation.objectName(),
        "",
        annotation.counterparts(),
        attributes);
  }
}
