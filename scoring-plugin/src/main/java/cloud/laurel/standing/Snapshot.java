package cloud.laurel.standing;

import java.time.Instant;

/**
 * Standings as they were at a moment; never changed.
 *
 * @param id unique
 * @param version number of the newest rules then
 * @param occasion why it was taken
 * @param takenAt when
 * @param hash SHA-256 of the content in hexadecimal
 */
public record Snapshot(long id, int version, Occasion occasion, Instant takenAt, String hash) {

  /** Why a snapshot was taken. */
  public enum Occasion {
    /** New rules took over. */
    VERSION,
    /** The campaign closed. */
    CLOSING
  }
}
