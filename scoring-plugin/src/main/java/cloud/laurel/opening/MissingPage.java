package cloud.laurel.opening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Teachers of a school whose spaces are not in use, by name.
 *
 * @param total on all pages
 */
public record MissingPage(long total, List<Row> rows) {

  /** What is missing. */
  public enum Lack {
    /** A registered space. */
    REGISTRATION,
    /** An activated space; it is registered. */
    ACTIVATION
  }

  /**
   * A teacher.
   *
   * @param registered the day on which the space was registered; empty when it was not
   */
  public record Row(String account, String name, Lack lack, Optional<LocalDate> registered) {}
}
