package cloud.laurel.certificate;

import cloud.laurel.template.ShippedTemplates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;

/** What certificates can look like. */
@ApplicationScoped
class Designs {

  /** What is used when nobody chose. */
  Design usual() {
    return new Design(ShippedTemplates.FORMAL.id(), OptionalLong.empty());
  }
}
