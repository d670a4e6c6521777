package cloud.laurel.roster;

import cloud.laurel.campaign.Role;
import cloud.laurel.roster.RosterUpload.Entry;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads roles.csv of OneRoster 1.2: further roles of the people in users.csv. */
final class RolesReader {

  private static final Set<String> REQUIRED = Set.of("userSourcedId", "role", "orgSourcedId");

  private final Problems problems;
  private final OrgsReader orgs;
  private final UsersReader users;
  private final Map<String, Entry> people;

  RolesReader(OrgsReader orgs, UsersReader users, Map<String, Entry> people, Problems problems) {
    this.orgs = orgs;
    this.users = users;
    this.people = people;
    this.problems = problems;
  }

  void read(RosterArchive archive) throws IOException {
    new CsvTable(RosterFiles.ROLES, REQUIRED, problems).read(archive, this::row);
  }

  private void row(CsvRow row) {
    String account = row.requiredId("userSourcedId");
    String word = row.id("role");
    String school = row.requiredId("orgSourcedId");
    if (!RowStatus.isLive(row) || users.passedOver(account)) {
      return;
    }
    if (!UserRoles.isKnown(word)) {
      row.problem("role", RosterProblem.ROLE_UNKNOWN);
    }
    Optional<OrgKind> kind = orgs.kindOf(school);
    if (kind.isEmpty() && !school.isEmpty() && orgs.namesSchools()) {
      row.problem("orgSourcedId", RosterProblem.SCHOOL_NOT_IN_ORGS, school);
    }
    Entry entry = people.get(account);
    if (entry == null) {
      if (!problems.has(RosterFiles.USERS) && !account.isEmpty()) {
        row.problem("userSourcedId", RosterProblem.PERSON_NOT_IN_USERS, account);
      }
      return;
    }
    if (kind.filter(k -> k == OrgKind.SCHOOL).isPresent()) {
      UserRoles.of(word).ifPresent(role -> add(row, entry, school, role));
    }
  }

  private void add(CsvRow row, Entry entry, String school, Role role) {
    int grade = role == Role.STUDENT ? users.gradeOf(entry.account()) : 0;
    if (role == Role.STUDENT && grade == 0) {
      row.problem("role", RosterProblem.ROLE_GRADE_MISSING);
    }
    Stint stint = new Stint(orgs.shared(school), role, grade);
    if (!entry.stints().contains(stint)) {
      entry.stints().add(stint);
    }
  }
}
