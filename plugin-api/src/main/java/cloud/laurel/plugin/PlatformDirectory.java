package cloud.laurel.plugin;

import java.util.List;
import java.util.Optional;

/**
 * What a platform may tell its plugins about its people and schools. Optional: a platform registers
 * it by being a CDI bean ({@code @ApplicationScoped}) of one of its deployments; without one,
 * plugins rely on their own roster.
 *
 * <p>Called on the asking plugin's thread, without a transaction of its own; answers must come from
 * memory or a short query. An exception counts as "not known" and is logged.
 *
 * @since 1.0
 */
public interface PlatformDirectory {

  /**
   * The account behind a signed-in name.
   *
   * @param principal name of the caller principal, never {@code null}
   * @return empty when the platform does not know it
   */
  Optional<String> accountOf(String principal);

  /** The platform's schools, never {@code null}; empty when it does not keep them. */
  List<PlatformSchool> schools();

  /**
   * A school as the platform knows it.
   *
   * @param code the roster's {@code orgs.sourcedId}
   * @param name its full name
   */
  record PlatformSchool(String code, String name) {}
}
