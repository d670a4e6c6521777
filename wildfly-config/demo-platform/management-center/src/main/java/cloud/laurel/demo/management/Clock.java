package cloud.laurel.demo.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** The platform's clock. */
@ApplicationScoped
public class Clock {

  @Produces
  InstantSource system() {
    return InstantSource.system();
  }
}
