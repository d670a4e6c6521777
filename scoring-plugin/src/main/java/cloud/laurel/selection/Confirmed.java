package cloud.laurel.selection;

import java.time.Instant;
import java.util.List;

/**
 * What two officers confirmed; never changed.
 *
 * @param snapshot the key of the snapshot that it rests on
 * @param hash SHA-256 of the content in hexadecimal
 * @param honours those of the campaign, in its order
 */
public record Confirmed(
    long id,
    long snapshot,
    Instant at,
    String submittedBy,
    String confirmedBy,
    String hash,
    List<HonourList> honours) {

  /** Copies its list. */
  public Confirmed {
    honours = List.copyOf(honours);
  }
}
