package cloud.laurel.plugin.capture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of the deployment that is being started on this thread. */
final class DeploymentName {

  private static final Pattern QUOTED = Pattern.compile("\"(?:deployment\\.)?([^\"]+)\"");

  private DeploymentName() {}

  /** Taken from the class loader, because no JNDI name is bound yet while CDI starts. */
  static String current() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Matcher matcher = QUOTED.matcher(String.valueOf(loader));
    return matcher.find() ? matcher.group(1) : String.valueOf(loader);
  }
}
