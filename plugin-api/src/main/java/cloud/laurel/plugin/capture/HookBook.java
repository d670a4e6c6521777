package cloud.laurel.plugin.capture;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which hooks hold where on this server, over all deployments: texts only, so that no deployment is
 * kept, and struck out when its deployment goes.
 */
final class HookBook {

  static final HookBook SHARED = new HookBook();

  private final Map<Object, List<Entry>> byDeployment = new ConcurrentHashMap<>();

  void enter(Object token, List<Entry> entries) {
    byDeployment.put(token, List.copyOf(entries));
  }

  void strike(Object token) {
    byDeployment.remove(token);
  }

  /** The places by hook name, {@code deployment#method} each. */
  Map<String, TreeSet<String>> placesByHook() {
    Map<String, TreeSet<String>> places = new TreeMap<>();
    byDeployment
        .values()
        .forEach(
            entries ->
                entries.forEach(
                    entry ->
                        places
                            .computeIfAbsent(entry.hook(), h -> new TreeSet<>())
                            .add(entry.deployment() + ": " + entry.method())));
    return places;
  }

  /** Whether a configured {@code class#method} is hooked in some deployment. */
  boolean found(String configured) {
    return byDeployment.values().stream()
        .flatMap(List::stream)
        .anyMatch(entry -> entry.configured().equals(configured));
  }

  /**
   * One hooked method.
   *
   * @param hook the hook's name
   * @param configured the {@code class#method} of the setting; empty for an annotated method
   * @param deployment the deployment's name
   * @param method {@code class#method} as it is in the deployment
   */
  record Entry(String hook, String configured, String deployment, String method) {}
}
