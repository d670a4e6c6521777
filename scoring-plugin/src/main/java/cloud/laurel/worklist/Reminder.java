package cloud.laurel.worklist;

import java.util.List;
import java.util.Set;

/**
 * A reminder before it is sent.
 *
 * @param schools who will be told of what, by name
 * @param unreachable schools with something to be reminded of and no administrator to tell
 * @param reminded how many schools have been reminded of everything today already
 */
public record Reminder(List<ToSchool> schools, List<SchoolWork> unreachable, int reminded) {

  /** Copies its lists. */
  public Reminder {
    schools = List.copyOf(schools);
    unreachable = List.copyOf(unreachable);
  }

  /**
   * What one school is told.
   *
   * @param items not done and not reminded of today, in order, at least one
   * @param administrators accounts, at least one
   */
  public record ToSchool(SchoolWork school, List<Item> items, Set<String> administrators) {}

  /** How many people will be told; somebody of two schools is told twice. */
  public int people() {
    return schools.stream().mapToInt(s -> s.administrators().size()).sum();
  }
}
