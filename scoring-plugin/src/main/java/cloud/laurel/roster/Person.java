package cloud.laurel.roster;

import java.time.LocalDate;
import java.util.List;

/**
 * Somebody on the roster.
 *
 * @param account {@code users.sourcedId}
 * @param username what the person signs in as, may be empty
 * @param name display name, never padded
 * @param memberships past and present, oldest first
 */
public record Person(String account, String username, String name, List<Membership> memberships) {

  /** The memberships that hold on a day, by school code. */
  public List<Membership> on(LocalDate day) {
    return memberships.stream().filter(m -> m.holdsOn(day)).toList();
  }
}
