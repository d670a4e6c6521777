package cloud.laurel.plugin;

import java.util.List;
import java.util.function.Predicate;

/**
 * The pages that the plugins deployed right now add to the platform's menus. Inject it in platform
 * code.
 *
 * @since 1.0
 */
public interface PluginPages {

  /**
   * Those that somebody may see, in menu order.
   *
   * @param hasRole tells whether the caller has a role, for example {@code request::isUserInRole}
   * @return unmodifiable, never {@code null}
   */
  List<PluginPage> visibleTo(Predicate<String> hasRole);
}
