package cloud.laurel.roster;

import cloud.laurel.roster.RosterUpload.Org;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The schools, central schools and districts on record, by code, name and other names. */
final class SchoolIndex {

  private final Map<String, Org> byCode = new HashMap<>();
  private final Map<String, Set<String>> byName = new HashMap<>();

  SchoolIndex(Collection<Org> orgs) {
    for (Org org : orgs) {
      byCode.put(org.code(), org);
      if (org.kind() == OrgKind.SCHOOL) {
        name(org.name(), org.code());
        org.aliases().forEach(alias -> name(alias, org.code()));
      }
    }
  }

  private void name(String name, String code) {
    byName.computeIfAbsent(DisplayNameRule.tidy(name), n -> new LinkedHashSet<>()).add(code);
  }

  /** What stands behind a code. */
  Optional<Org> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The codes of the schools with a name. */
  List<String> byName(String name) {
    return new ArrayList<>(byName.getOrDefault(DisplayNameRule.tidy(name), Set.of()));
  }

  /** What each code stands for. */
  Map<String, OrgKind> kinds() {
    Map<String, OrgKind> kinds = new HashMap<>();
    byCode.forEach((code, org) -> kinds.put(code, org.kind()));
    return kinds;
  }
}
