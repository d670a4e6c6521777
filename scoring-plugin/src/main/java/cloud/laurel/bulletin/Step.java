package cloud.laurel.bulletin;

import java.time.Instant;

/**
 * Something that officers did with a version.
 *
 * @param words a remark or the paper's number; may be empty
 */
public record Step(int version, Instant at, Kind kind, String by, String words) {

  /** What was done. */
  public enum Kind {
    /** The first officer has handed it on. */
    SUBMITTED,
    /** The second officer has given it back with a remark. */
    RETURNED,
    /** The second officer has released it. */
    RELEASED
  }
}
