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
 * @param whole whether it holds all that a campaign's result needs, the people too
 * @param by the user name of who had it corrected; else empty
 * @param reason of a correction; else empty
 */
public record Snapshot(
    long id,
    int version,
    Occasion occasion,
    Instant takenAt,
    String hash,
    boolean whole,
    String by,
    String reason) {

  /** Why a snapshot was taken. */
  public enum Occasion {
    /** New rules took over. */
    VERSION,
    /** The campaign closed. */
    CLOSING,
    /** Taken again of a closed campaign, with a reason. */
    CORRECTION
  }
}
