package cloud.laurel.plugin.capture;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import java.security.Principal;

/** Who calls. */
final class Caller {

  private static final String ANONYMOUS = "anonymous";

  private Caller() {}

  /** The caller's name, empty when nobody is signed in. */
  static String name(BeanManager manager) {
    try {
      Instance<Principal> principals = manager.createInstance().select(Principal.class);
      String name = principals.isResolvable() ? principals.get().getName() : null;
      return name == null || name.equals(ANONYMOUS) ? "" : name;
    } catch (RuntimeException e) {
      // Weld answers with an exception where no security context is open
      return "";
    }
  }
}
