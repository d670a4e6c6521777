package cloud.laurel.roster;

import cloud.laurel.roster.RosterUpload.Entry;
import cloud.laurel.roster.RosterUpload.Told;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Reads an upload, file by file. */
final class RosterReader {

  private final Map<String, OrgKind> onRecord;
  private final Problems problems;

  /**
   * A reader.
   *
   * @param onRecord schools, central schools and districts of earlier uploads
   */
  RosterReader(Map<String, OrgKind> onRecord, Problems problems) {
    this.onRecord = onRecord;
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
            orgs.tellsAliases(),
            users.tellsRegistered(),
            users.tellsActivated(),
            users.tellsEmail());
    return new RosterUpload(schools, List.copyOf(people.values()), told);
  }
}
