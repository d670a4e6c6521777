package cloud.laurel.roster;

import java.util.Locale;
import java.util.Optional;

/** What a row of orgs.csv stands for. */
enum OrgKind {
  DISTRICT,
  CENTRAL,
  SCHOOL;

  /** By OneRoster's word; {@code local} is a township's central school. */
  static Optional<OrgKind> ofType(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "district" -> Optional.of(DISTRICT);
      case "local" -> Optional.of(CENTRAL);
      case "school" -> Optional.of(SCHOOL);
      default -> Optional.empty();
    };
  }
}
