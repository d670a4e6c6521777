package cloud.laurel.roster;

import cloud.laurel.campaign.Role;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** OneRoster's words for what a user is. */
final class UserRoles {

  /** Roles that a roster may hold and that take no part here: parents above all. */
  private static final Set<String> NOBODY_HERE =
      Set.of(
          "aide",
          "counselor",
          "districtadministrator",
          "guardian",
          "parent",
          "proctor",
          "relative",
          "systemadministrator");

  private UserRoles() {}

  /** The role that a word stands for; empty for one that takes no part and for an unknown one. */
  static Optional<Role> of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "teacher" -> Optional.of(Role.TEACHER);
      case "student" -> Optional.of(Role.STUDENT);
      case "administrator", "siteadministrator", "principal" -> Optional.of(Role.ADMINISTRATOR);
      default -> Optional.empty();
    };
  }

  /** Whether OneRoster knows the word. */
  static boolean isKnown(String word) {
    return of(word).isPresent() || NOBODY_HERE.contains(word.toLowerCase(Locale.ROOT));
  }
}
