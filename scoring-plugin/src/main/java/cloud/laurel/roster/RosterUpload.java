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
 * @param source where problems of people are told
 */
record RosterUpload(Map<String, Org> orgs, List<Entry> people, Told told, Source source) {

  /** What an upload says that cannot be read. */
  static final RosterUpload NOTHING =
      new RosterUpload(
          Map.of(),
          List.of(),
          new Told(false, false, false, false, false, false),
          new Source("", "", ""));

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

  /** What is told at all: descriptions of schools, and the optional columns that are there. */
  record Told(
      boolean schools,
      boolean usernames,
      boolean aliases,
      boolean registered,
      boolean activated,
      boolean email) {}

  /** The file with the people, and what two of its columns are called. */
  record Source(String file, String accountColumn, String usernameColumn) {}
}
