package cloud.laurel.template;

import java.time.Instant;
import java.util.Optional;

/**
 * A picture of the issuer's seal. It is not a signature: it shows what the seal looks like, and the
 * file's digital signature proves where the file comes from.
 *
 * @param name of the file it came from
 * @param millimetres across, on paper
 * @param hash SHA-256 of the picture
 * @param uploaded by whom and when
 * @param released likewise; empty as long as nobody else has
 * @param retired likewise; empty as long as it is used
 */
public record Seal(
    long id,
    String name,
    int millimetres,
    String hash,
    Step uploaded,
    Optional<Step> released,
    Optional<Step> retired) {

  /** Least width on paper. */
  public static final int SMALLEST = 38;

  /** Usual width on paper. */
  public static final int USUAL = 42;

  /** Greatest width on paper. */
  public static final int LARGEST = 45;

  /** Who did something, and when. */
  public record Step(String officer, Instant at) {}

  /** Whether it is printed on new certificates. */
  public boolean isInUse() {
    return released.isPresent() && retired.isEmpty();
  }

  /** Whether a second officer has to look at it. */
  public boolean isWaiting() {
    return released.isEmpty() && retired.isEmpty();
  }
}
