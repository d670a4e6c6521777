package cloud.laurel.roster;

import cloud.laurel.roster.RosterUpload.Entry;
import cloud.laurel.roster.RosterUpload.Org;
import cloud.laurel.roster.RosterUpload.Told;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an upload, file by file. */
final class RosterReader {

  private final Map<String, OrgKind> onRecord;
  private final Optional<String> own;
  private final Problems problems;

  /**
   * A reader.
   *
   * @param onRecord schools, central schools and districts of earlier uploads
   */
  RosterReader(Map<String, OrgKind> onRecord, Problems problems) {
    this(onRecord, Optional.empty(), problems);
  }

  /**
   * A reader of a school's own upload, which names no other school.
   *
   * @param own that school; empty for any
   */
  RosterReader(Map<String, OrgKind> onRecord, Optional<String> own, Problems problems) {
    this.onRecord = onRecord;
    this.own = own;
    this.problems = problems;
  }

  /** What the upload says; to be used only when there are no problems. */
  RosterUpload read(RosterArchive archive) throws IOException {
    ManifestReader manifest = new ManifestReader(problems);
    manifest.read(archive);
    OrgsReader orgs = new OrgsReader(onRecord, problems);
    var schools = orgs.read(archive);
    UsersReader users = new UsersReader(orgs, problems);
    Map<String, Entry> people = users.read(archive);
    if (manifest.wants(RosterFiles.ROLES, archive)) {
      new RolesReader(orgs, users, people, problems).read(archive);
    }
    Told told =
        new Told(
            own.isEmpty(),
            true,
            own.isEmpty() && orgs.tellsAliases(),
            users.tellsRegistered(),
            users.tellsActivated(),
            users.tellsEmail());
    own.ifPresent(school -> checkOwn(school, schools.values(), people.values()));
    return new RosterUpload(
        schools,
        List.copyOf(people.values()),
        told,
        new RosterUpload.Source(RosterFiles.USERS, "sourcedId", "username"));
  }

  private void checkOwn(String school, Collection<Org> orgs, Collection<Entry> people) {
    orgs.stream()
        .filter(o -> o.kind() == OrgKind.SCHOOL && !o.code().equals(school))
        .forEach(o -> foreign(RosterFiles.ORGS, o.row(), "sourcedId"));
    people.stream()
        .filter(p -> p.stints().stream().anyMatch(s -> !s.school().equals(school)))
        .forEach(p -> foreign(RosterFiles.USERS, p.row(), "orgSourcedIds"));
  }

  private void foreign(String file, long row, String column) {
    problems.add(file, row, column, RosterProblem.SCHOOL_FOREIGN);
  }
}
