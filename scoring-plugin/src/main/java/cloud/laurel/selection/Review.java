package cloud.laurel.selection;

import java.time.Instant;

/**
 * What a reviewer thinks of a candidate where the notice leaves it to people (应用形成特色).
 *
 * @param reviewer user name
 * @param mark {@value #LOWEST} to {@value #HIGHEST}
 * @param remark may be empty
 */
public record Review(String reviewer, int mark, String remark, Instant at) {

  /** The lowest mark. */
  public static final int LOWEST = 1;

  /** The highest mark. */
  public static final int HIGHEST = 5;
}
