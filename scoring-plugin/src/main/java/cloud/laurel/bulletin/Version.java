package cloud.laurel.bulletin;

import java.time.Instant;

/**
 * A bulletin as it was saved; never changed. Each save is a new version.
 *
 * @param number 1, 2, 3 within the campaign; 0 for the one that nobody has saved yet
 * @param savedBy the user name; empty for number 0
 * @param note what was changed, may be empty
 * @param basis what its figures and lists are printed from
 */
public record Version(
    int number, Instant savedAt, String savedBy, String note, Content content, Basis basis) {

  /** One without its content, for lists. */
  public record Saved(int number, Instant savedAt, String savedBy, String note) {}
}
