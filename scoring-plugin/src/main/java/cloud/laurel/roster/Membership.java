package cloud.laurel.roster;

import cloud.laurel.campaign.Role;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A stretch of time in which a person belongs to a school in a role.
 *
 * @param school the school's code
 * @param role what the person is there
 * @param grade school year, 1 to 12, of a pupil; 0 for others
 * @param from first day
 * @param to first day on which it no longer holds; empty while it holds
 * @param className a pupil's class, the newest that was told; empty when nobody told one
 */
public record Membership(
    String school,
    Role role,
    int grade,
    LocalDate from,
    Optional<LocalDate> to,
    Optional<String> className) {

  /** Without a class. */
  public Membership(String school, Role role, int grade, LocalDate from, Optional<LocalDate> to) {
    this(school, role, grade, from, to, Optional.empty());
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && to.map(day::isBefore).orElse(true);
  }
}
