package cloud.laurel.intake;

import cloud.laurel.plugin.Problem;
import cloud.laurel.plugin.capture.CaptureStatus;
import java.util.List;
import java.util.Map;

/**
 * What of the platform Laurel is connected to, as the page shows it.
 *
 * @param hooked hooks that hold
 * @param missing configured methods that no deployment has
 * @param problems settings that are wrong
 */
public record Connections(List<Hook> hooked, List<Hook> missing, List<Setting> problems) {

  /** A hook with the methods it is about. */
  public record Hook(String name, List<String> methods) {}

  /** A setting and what is wrong with it. */
  public record Setting(String name, String problem) {}

  static Connections of(CaptureStatus status) {
    return new Connections(
        hooks(status.hooked()),
        hooks(status.notFound()),
        status.problems().stream().map(Connections::setting).toList());
  }

  private static List<Hook> hooks(Map<String, List<String>> byName) {
    return byName.entrySet().stream()
        .map(entry -> new Hook(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Setting setting(Problem problem) {
    return new Setting(problem.field(), problem.problem());
  }
}
