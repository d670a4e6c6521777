package cloud.laurel.plugin.exchange;

import cloud.laurel.plugin.PlatformDirectory;
import cloud.laurel.plugin.PluginPage;
import cloud.laurel.plugin.PluginPages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What the deployments offer right now, by a token that each deployment takes out and gives back.
 * Static, because it joins deployments; it holds a deployment's objects only between the two calls.
 */
final class Offers implements PluginPages {

  static final Offers SHARED = new Offers();

  private final Map<Object, List<PluginPage>> pages = new ConcurrentHashMap<>();
  private final Map<Object, PlatformDirectory> directories = new ConcurrentHashMap<>();

  void offerPages(Object token, List<PluginPage> offered) {
    pages.put(token, List.copyOf(offered));
  }

  void offerDirectory(Object token, PlatformDirectory offered) {
    directories.put(token, offered);
  }

  void withdraw(Object token) {
    pages.remove(token);
    directories.remove(token);
  }

  List<PlatformDirectory> directories() {
    return new ArrayList<>(directories.values());
  }

  @Override
  public List<PluginPage> visibleTo(Predicate<String> hasRole) {
    // during a redeployment the same page may be there twice for a moment
    Map<String, PluginPage> byPath = new LinkedHashMap<>();
    pages.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(PluginPage::order).thenComparing(PluginPage::path))
        .filter(page -> page.roles().stream().anyMatch(hasRole))
        .forEach(page -> byPath.putIfAbsent(page.path(), page));
    return List.copyOf(byPath.values());
  }
}
