package cloud.laurel.roster;

import java.util.Set;

/** The files of an upload that are read; every other one is ignored. */
final class RosterFiles {

  static final String MANIFEST = "manifest.csv";
  static final String ORGS = "orgs.csv";
  static final String USERS = "users.csv";
  static final String ROLES = "roles.csv";

  static final Set<String> READ = Set.of(MANIFEST, ORGS, USERS, ROLES);

  private RosterFiles() {}
}
