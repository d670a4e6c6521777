package cloud.laurel.roster;

import cloud.laurel.campaign.Role;
import cloud.laurel.roster.RosterUpload.Entry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads users.csv: the teachers, administrators and pupils; others are passed over. */
final class UsersReader {

  /** More people than any city's schools have; more would fill the heap. */
  static final int MAX_PEOPLE = 500_000;

  private static final Set<String> REQUIRED =
      Set.of("sourcedId", "orgSourcedIds", "role", "username", "givenName", "familyName");
  private static final String REGISTERED = "metadata.spaceRegisteredAt";
  private static final String ACTIVATED = "metadata.spaceActivatedAt";
  private static final String EMAIL = "email";
  private static final String CLASS = "metadata.class";

  /** Good enough to try: whether it can be reached only a mail server knows. */
  private static final Pattern ADDRESS =
      Pattern.compile("[\\x21-\\x7e&&[^@<>(),;:\\\\\"\\[\\]]]{1,64}@[A-Za-z0-9.-]{1,189}");

  private final Problems problems;
  private final OrgsReader orgs;
  private final CsvTable table;
  private final Map<String, Entry> people = new LinkedHashMap<>();
  private final Map<String, Integer> grades = new HashMap<>();
  private final Map<String, Long> rows = new HashMap<>();
  private final Map<String, Long> usernames = new HashMap<>();
  private final Set<String> passedOver = new HashSet<>();
  private boolean gradesMissed;
  private boolean overfull;

  UsersReader(OrgsReader orgs, Problems problems) {
    this.orgs = orgs;
    this.problems = problems;
    this.table = new CsvTable(RosterFiles.USERS, REQUIRED, problems);
  }

  /** The people, by account. */
  Map<String, Entry> read(RosterArchive archive) throws IOException {
    table.read(archive, this::row);
    if (tellsActivated() && !tellsRegistered()) {
      problems.add(RosterFiles.USERS, 1, REGISTERED, RosterProblem.REGISTERED_COLUMN_MISSING);
    }
    if (gradesMissed) {
      problems.add(RosterFiles.USERS, 1, "grades", RosterProblem.GRADE_COLUMN_MISSING);
    }
    if (overfull) {
      problems.file(RosterFiles.USERS, RosterProblem.TOO_MANY_PEOPLE, MAX_PEOPLE);
    }
    if (people.isEmpty() && orgs.namesSchools() && !problems.has(RosterFiles.USERS)) {
      problems.file(RosterFiles.USERS, RosterProblem.NOBODY);
    }
    return people;
  }

  /** Whether the file has the column of registrations. */
  boolean tellsRegistered() {
    return table.has(REGISTERED);
  }

  /** Whether the file has the column of activations. */
  boolean tellsActivated() {
    return table.has(ACTIVATED);
  }

  /** Whether the file has the column of mail addresses. */
  boolean tellsEmail() {
    return table.has(EMAIL);
  }

  /** The grade of somebody in the file; 0 when there is none. */
  int gradeOf(String account) {
    return grades.getOrDefault(account, 0);
  }

  /** Whether the file has the person, but as one who takes no part. */
  boolean passedOver(String account) {
    return passedOver.contains(account);
  }

  private void row(CsvRow row) {
    String account = row.requiredId("sourcedId");
    Long first = account.isEmpty() ? null : rows.putIfAbsent(account, row.line());
    if (first != null) {
      row.problem("sourcedId", RosterProblem.ID_TWICE, first);
    }
    Set<Role> roles = RowStatus.isLive(row) ? roles(row) : Set.of();
    if (roles.isEmpty()) {
      passedOver.add(account);
      return;
    }
    if (people.size() >= MAX_PEOPLE) {
      overfull = true;
      return;
    }
    int grade = grade(row, account, roles.contains(Role.STUDENT));
    List<Stint> stints = stints(row, roles, grade);
    String username = username(row);
    String family = row.name("familyName");
    String given = row.name("givenName");
    String name = DisplayNameRule.join(family, given);
    if (name.isEmpty()) {
      row.problem("familyName", RosterProblem.PERSON_NAME_EMPTY);
    } else if (name.length() > CsvRow.MAX_NAME
        && Math.max(family.length(), given.length()) <= CsvRow.MAX_NAME) {
      row.problem("familyName", RosterProblem.PERSON_NAME_LONG);
    }
    Optional<Instant> registered = time(row, REGISTERED);
    Optional<Instant> activated = time(row, ACTIVATED);
    if (tellsRegistered()) {
      checkOrder(row, REGISTERED, ACTIVATED, registered, activated);
    }
    if (stints.isEmpty()) {
      passedOver.add(account);
      return;
    }
    people.putIfAbsent(
        account,
        new Entry(
            row.line(),
            account,
            Optional.of(username).filter(u -> !u.isEmpty()),
            name,
            stints,
            registered,
            activated,
            address(row.name(EMAIL))));
  }

  private Set<Role> roles(CsvRow row) {
    Set<Role> roles = new LinkedHashSet<>();
    String main = row.id("role");
    roleOf(row, "role", main).ifPresent(roles::add);
    row.list("metadata.roles", "\\|")
        .forEach(word -> roleOf(row, "metadata.roles", word).ifPresent(roles::add));
    return roles;
  }

  private static Optional<Role> roleOf(CsvRow row, String column, String word) {
    if (!UserRoles.isKnown(word)) {
      row.problem(column, RosterProblem.ROLE_UNKNOWN);
    }
    return UserRoles.of(word);
  }

  private int grade(CsvRow row, String account, boolean pupil) {
    if (!table.has("grades")) {
      gradesMissed |= pupil;
      return 0;
    }
    String first = row.list("grades", ",").stream().findFirst().orElse("");
    int grade = first.matches("0[1-9]|1[0-2]") ? Integer.parseInt(first) : 0;
    if (pupil && grade == 0) {
      row.problem(
          "grades", first.isEmpty() ? RosterProblem.GRADE_MISSING : RosterProblem.GRADE_FORM);
    }
    grades.put(account, grade);
    return grade;
  }

  private List<Stint> stints(CsvRow row, Set<Role> roles, int grade) {
    List<String> codes = row.list("orgSourcedIds", ",");
    if (codes.isEmpty()) {
      row.problem("orgSourcedIds", RosterProblem.SCHOOL_MISSING);
    }
    List<Stint> stints = new ArrayList<>();
    if (!orgs.namesSchools()) {
      return stints;
    }
    Optional<String> className =
        Optional.of(row.value(CLASS, CsvRow.MAX_CLASS)).filter(c -> !c.isEmpty());
    boolean named = false;
    boolean unknown = false;
    for (String code : codes) {
      Optional<OrgKind> kind = orgs.kindOf(code);
      if (kind.isEmpty()) {
        unknown = true;
        row.problem("orgSourcedIds", RosterProblem.SCHOOL_NOT_IN_ORGS, code);
      } else if (kind.get() == OrgKind.SCHOOL) {
        named |= orgs.names(code);
        String shared = orgs.shared(code);
        roles.forEach(
            r ->
                stints.add(
                    r == Role.STUDENT
                        ? new Stint(shared, r, grade, className)
                        : new Stint(shared, r, 0)));
      }
    }
    boolean ofDistrict = stints.isEmpty() && roles.equals(Set.of(Role.ADMINISTRATOR));
    if (!codes.isEmpty() && !unknown && !named && !ofDistrict) {
      row.problem("orgSourcedIds", RosterProblem.SCHOOL_NOT_NAMED);
    }
    return stints;
  }

  private String username(CsvRow row) {
    String username = row.id("username");
    Long first = username.isEmpty() ? null : usernames.putIfAbsent(username, row.line());
    if (first != null) {
      row.problem("username", RosterProblem.USERNAME_TWICE, first);
    }
    return username;
  }

  private static Optional<Instant> time(CsvRow row, String column) {
    String text = row.id(column);
    Optional<Instant> time = text.isEmpty() ? Optional.empty() : SpaceTime.parse(text);
    if (!text.isEmpty() && time.isEmpty()) {
      row.problem(column, RosterProblem.NO_DATE);
    }
    return time;
  }

  /** A mail address; empty when it is none. */
  static Optional<String> address(String text) {
    return Optional.of(text).filter(e -> ADDRESS.matcher(e).matches());
  }

  /** What is activated was registered before. */
  static void checkOrder(
      CsvRow row,
      String registeredColumn,
      String activatedColumn,
      Optional<Instant> registered,
      Optional<Instant> activated) {
    if (activated.isEmpty()) {
      return;
    }
    if (registered.isEmpty()) {
      if (row.id(registeredColumn).isEmpty()) {
        row.problem(registeredColumn, RosterProblem.NOT_REGISTERED);
      }
    } else if (activated.get().isBefore(registered.get())) {
      row.problem(activatedColumn, RosterProblem.ACTIVATED_EARLY);
    }
  }
}
