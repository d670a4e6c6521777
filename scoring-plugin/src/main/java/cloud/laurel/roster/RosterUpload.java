package cloud.laurel.roster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an upload says, checked within itself.
 *
 * @param orgs districts, central schools and schools by code
 * @param people teachers, administrators and pupils, each once
 * @param told which of the optional columns the upload carries; what it leaves out stays as it was
 */
record RosterUpload(Map<String, Org> orgs, List<Entry> people, Told told) {

  /** The schools whose people are listed completely. */
  Set<String> named() {
    return orgs.values().stream()
        .filter(o -> o.kind() == OrgKind.SCHOOL)
        .map(Org::code)
        .collect(Collectors.toSet());
  }

  /** A row of orgs.csv. */
  record Org(
      long row,
      String code,
      String name,
      OrgKind kind,
      Optional<String> parent,
      List<String> aliases) {}

  /** A row of users.csv; roles.csv may add to its stints. */
  record Entry(
      long row,
      String account,
      Optional<String> username,
      String name,
      List<Stint> stints,
      Optional<Instant> registeredAt,
      Optional<Instant> activatedAt,
      Optional<String> email) {}

  /** The optional columns that are there. */
  record Told(boolean aliases, boolean registered, boolean activated, boolean email) {}
}
