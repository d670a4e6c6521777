package cloud.laurel.demo;

import cloud.laurel.demo.Names.Name;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody on the demo's roster.
 *
 * @param id {@code users.sourcedId}
 * @param username what they sign in as, empty for pupils
 * @param name an invented name
 * @param school their school's code
 * @param kind what they are there
 * @param grade 1 to 12 for a pupil, 0 for others
 * @param registered day on which the space was registered
 * @param activated day on which it was activated
 */
record DemoPerson(
    String id,
    String username,
    Name name,
    String school,
    Kind kind,
    int grade,
    Optional<LocalDate> registered,
    Optional<LocalDate> activated) {

  DemoPerson {
    if ((kind == Kind.PUPIL) != (grade > 0)) {
      throw new IllegalArgumentException(id + ": a pupil, and only a pupil, has a grade");
    }
    if (activated.isPresent() && registered.isEmpty()) {
      throw new IllegalArgumentException(id + ": activated but never registered");
    }
  }

  /** Whether the person teaches. */
  boolean teaches() {
    return kind == Kind.TEACHER || kind == Kind.TEACHER_AND_ADMINISTRATOR;
  }

  /** Whether the person administers the school on the platform. */
  boolean administers() {
    return kind == Kind.ADMINISTRATOR || kind == Kind.TEACHER_AND_ADMINISTRATOR;
  }

  /** Whether the person is a pupil that counts (notice-2020: grade 3 and up). */
  boolean eligiblePupil() {
    return grade >= 3;
  }

  /** The same person at another school. */
  DemoPerson movedTo(String other) {
    return new DemoPerson(id, username, name, other, kind, grade, registered, activated);
  }

  /** What somebody is, in the words of OneRoster. */
  enum Kind {
    TEACHER("teacher", ""),
    TEACHER_AND_ADMINISTRATOR("teacher", "teacher|administrator"),
    ADMINISTRATOR("administrator", ""),
    PUPIL("student", "");

    private final String role;
    private final String roles;

    Kind(String role, String roles) {
      this.role = role;
      this.roles = roles;
    }

    /** OneRoster's {@code role}. */
    String role() {
      return role;
    }

    /** The column {@code metadata.roles}, empty for people with one role. */
    String roles() {
      return roles;
    }
  }
}
