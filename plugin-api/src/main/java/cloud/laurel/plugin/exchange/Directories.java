package cloud.laurel.plugin.exchange;

import cloud.laurel.plugin.PlatformDirectory;
import cloud.laurel.plugin.PlatformDirectory.PlatformSchool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Asks the {@link PlatformDirectory} of every platform deployment that is up right now. Inject it
 * in plugin code: {@code @Inject Directories directories}. Never throws: a directory that fails
 * counts as one that does not know.
 *
 * @since 1.0
 */
public final class Directories {

  private static final Logger LOG = Logger.getLogger(Directories.class);

  private final Offers offers;

  Directories(Offers offers) {
    this.offers = offers;
  }

  /** Those of this server. */
  public static Directories shared() {
    return new Directories(Offers.SHARED);
  }

  /** Whether a platform deployment offers a directory right now. */
  public boolean present() {
    return !offers.directories().isEmpty();
  }

  /**
   * The account behind a signed-in name, from the first directory that knows it.
   *
   * @return empty when none knows it
   */
  public Optional<String> accountOf(String principal) {
    return offers.directories().stream()
        .map(directory -> ask(directory, d -> d.accountOf(principal)).flatMap(o -> o))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The schools of all platforms, one per code, never {@code null}. */
  public List<PlatformSchool> schools() {
    Map<String, PlatformSchool> byCode = new LinkedHashMap<>();
    for (PlatformDirectory directory : offers.directories()) {
      ask(directory, PlatformDirectory::schools)
          .orElse(List.of())
          .forEach(school -> byCode.putIfAbsent(school.code(), school));
    }
    return List.copyOf(byCode.values());
  }

  private static <T> Optional<T> ask(
      PlatformDirectory directory, Function<PlatformDirectory, T> question) {
    Thread thread = Thread.currentThread();
    ClassLoader asking = thread.getContextClassLoader();
    try {
      // the platform's code finds its own resources by the context class loader
      thread.setContextClassLoader(directory.getClass().getClassLoader());
      return Optional.of(Objects.requireNonNull(question.apply(directory), "null"));
    } catch (RuntimeException | LinkageError e) {
      LOG.warnf("LRL-02041: a platform's directory failed, it counts as not knowing: %s", e);
      return Optional.empty();
    } finally {
      thread.setContextClassLoader(asking);
    }
  }
}
