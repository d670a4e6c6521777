package cloud.laurel.plugin;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A page that a plugin adds to the platform's menus.
 *
 * <p>A plugin produces it as a CDI bean ({@code @Produces @Dependent PluginPage}) of its
 * deployment; platform pages inject {@link PluginPages} and show those the caller may see. The page
 * disappears with the plugin's deployment.
 *
 * @param id unique within the plugin, for example {@code my}
 * @param path address on this server, beginning with {@code /}
 * @param titles what the menu says, by language tag ({@code zh-CN}, {@code en}); not empty
 * @param roles who sees it: any of these roles
 * @param order place in the menu, small numbers first
 * @since 1.0
 */
public record PluginPage(
    String id, String path, Map<String, String> titles, Set<String> roles, int order) {

  /** Checks itself; the message of the {@link IllegalArgumentException} begins with the field. */
  public PluginPage {
    if (id.isBlank()) {
      throw new IllegalArgumentException("id: is missing");
    }
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException("path: must begin with one /");
    }
    if (titles.isEmpty()) {
      throw new IllegalArgumentException("titles: is empty");
    }
    titles = Map.copyOf(titles);
    roles = Set.copyOf(roles);
  }

  /** The title in a language: the exact tag, else the same language, else any. */
  public String title(Locale locale) {
    String exact = titles.get(locale.toLanguageTag());
    if (exact != null) {
      return exact;
    }
    return titles.entrySet().stream()
        .filter(e -> Locale.forLanguageTag(e.getKey()).getLanguage().equals(locale.getLanguage()))
        .findFirst()
        .or(() -> titles.entrySet().stream().min(Map.Entry.comparingByKey()))
        .map(Map.Entry::getValue)
        .orElseThrow();
  }
}
