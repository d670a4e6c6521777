package cloud.laurel.appeal;

import java.util.List;

/**
 * A page of appeals.
 *
 * @param total appeals on all pages
 */
public record AppealPage(long total, List<Row> rows) {

  /**
   * An appeal with names.
   *
   * @param name display name of whose entry it is
   * @param schoolName of the claimed school, empty without one
   */
  public record Row(Appeal appeal, String name, String schoolName) {}
}
