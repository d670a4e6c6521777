package cloud.laurel.report;

import cloud.laurel.worklist.Item;
import java.util.List;

/**
 * How many schools have not done something.
 *
 * @param late of them past the last day
 * @param due the others
 * @param schools names of the late ones, at most {@value #MOST}
 */
public record Lagging(Item item, long late, long due, List<String> schools) {

  /** So that a report of ten thousand schools is still one to read. */
  static final int MOST = 200;

  /** Copies its list. */
  public Lagging {
    schools = List.copyOf(schools);
  }

  /** How many late ones are not named. */
  public long unnamed() {
    return late - schools.size();
  }
}
