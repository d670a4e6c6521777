package cloud.laurel.server;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The class path on which a class runs, also under Maven, whose loaders are not the system's. */
final class ClassPath {

  private ClassPath() {}

  static List<String> of(Class<?> type) {
    List<String> entries = new ArrayList<>();
    if (type.getClassLoader() instanceof URLClassLoader loader) {
      for (URL url : loader.getURLs()) {
        try {
          entries.add(Path.of(url.toURI()).toString());
        } catch (URISyntaxException e) {
          throw new IllegalStateException("not a class path entry: " + url, e);
        }
      }
      return entries;
    }
    return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
  }
}
