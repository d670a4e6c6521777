package cloud.laurel.certificate;

import java.util.List;

/**
 * A stretch of the register.
 *
 * @param total of all that the filter takes
 */
public record RegisterPage(List<Certificate> rows, int total) {

  /** Copies its list. */
  public RegisterPage {
    rows = List.copyOf(rows);
  }
}
