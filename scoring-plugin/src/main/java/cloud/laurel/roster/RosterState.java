package cloud.laurel.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a school stands on the roster today.
 *
 * @param centralSchool name of the central school it belongs to
 * @param aliases its other names
 * @param effective of the upload that named it last
 * @param uploadedAt when that one came
 */
public record RosterState(
    String code,
    String name,
    Optional<String> centralSchool,
    int administrators,
    int teachers,
    int pupils,
    List<String> aliases,
    Optional<LocalDate> effective,
    Optional<Instant> uploadedAt) {

  /** Which schools are wanted, and in which order. */
  public record Query(String text, Order order, boolean descending, int offset, int size) {}

  /** What the table can be sorted by. */
  public enum Order {
    NAME,
    CODE,
    UPLOADED
  }
}
