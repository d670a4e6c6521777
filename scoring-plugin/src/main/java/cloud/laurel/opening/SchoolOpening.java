package cloud.laurel.opening;

import cloud.laurel.standing.SchoolDetail.Opening;
import java.util.Optional;

/**
 * How far a school has come with opening spaces.
 *
 * @param central the central school it belongs to
 * @param teachers everybody who teaches there
 * @param students from the campaign's grade on
 */
public record SchoolOpening(
    String code,
    String name,
    Optional<Central> central,
    Stage stage,
    Opening teachers,
    Opening students) {

  /** A central school. */
  public record Central(String code, String name) {}
}
