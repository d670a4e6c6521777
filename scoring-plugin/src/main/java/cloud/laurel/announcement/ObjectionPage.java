package cloud.laurel.announcement;

import java.util.List;
import java.util.Optional;

/**
 * A page of objections.
 *
 * @param total objections on all pages
 */
public record ObjectionPage(long total, List<Row> rows) {

  /**
   * An objection.
   *
   * @param about the line it is about; empty for the list as a whole
   */
  public record Row(Objection objection, Optional<About> about) {}

  /**
   * The line that an objection is about.
   *
   * @param honour code of the honour
   * @param honourName what it is called
   * @param school may be empty
   */
  public record About(String honour, String honourName, String name, String school) {}
}
