package cloud.laurel.plugin.capture;

import cloud.laurel.plugin.Problem;
import cloud.laurel.plugin.outbox.SettingsReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/**
 * What of the platform is hooked on this server right now; for a plugin's own pages.
 *
 * @param hooked the hooked methods by hook name, {@code deployment: class#method} each
 * @param notFound configured {@code class#method} that no deployment has, by hook name; right after
 *     a start this is also what has not been deployed yet
 * @param problems settings that are wrong and therefore not in force
 * @since 1.0
 */
public record CaptureStatus(
    Map<String, List<String>> hooked, Map<String, List<String>> notFound, List<Problem> problems) {

  /** Copies, in the order of the names. */
  public CaptureStatus {
    hooked = Collections.unmodifiableMap(new TreeMap<>(hooked));
    notFound = Collections.unmodifiableMap(new TreeMap<>(notFound));
    problems = List.copyOf(problems);
  }

  /**
   * Holds the settings against what the deployments of this server have.
   *
   * @param config the server's settings, the same for every deployment
   */
  public static CaptureStatus read(Config config) {
    return read(SettingsReader.of(config), HookBook.SHARED);
  }

  static CaptureStatus read(SettingsReader reader, HookBook book) {
    CaptureSettings settings = CaptureSettings.read(reader);
    Map<String, List<String>> hooked = new TreeMap<>();
    book.placesByHook().forEach((hook, places) -> hooked.put(hook, List.copyOf(places)));
    Map<String, List<String>> notFound = new TreeMap<>();
    settings
        .hooks()
        .forEach(
            (method, hooks) -> {
              if (!book.found(method)) {
                hooks.forEach(
                    hook ->
                        notFound.computeIfAbsent(hook.name(), h -> new ArrayList<>()).add(method));
              }
            });
    return new CaptureStatus(hooked, notFound, reader.problems());
  }
}
