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
      problems.add(
          RosterFiles.USERS,
          1,
          REGISTERED,
          "The column is missing: what is activated was registered before; add it.");
    }
    if (gradesMissed) {
      problems.add(
          RosterFiles.USERS, 1, "grades", "The column is missing, and there are pupils; add it.");
    }
    if (overfull) {
      problems.file(
          RosterFiles.USERS,
          "The file holds more than %d people; send fewer schools at a time."
              .formatted(MAX_PEOPLE));
    }
    if (people.isEmpty() && orgs.namesSchools() && !problems.has(RosterFiles.USERS)) {
      problems.file(
          RosterFiles.USERS,
          "The file holds no teacher, administrator or pupil, so that everybody would have left;"
              + " export the roster again.");
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
      row.problem(
          "sourcedId", "The identifier is that of row %d too; give each its own.".formatted(first));
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
      row.problem(
          "familyName", "The name is empty; fill in the family name, the given name or both.");
    } else if (name.length() > CsvRow.MAX_NAME
        && Math.max(family.length(), given.length()) <= CsvRow.MAX_NAME) {
      row.problem("familyName", "The whole name is longer than 500 characters; shorten it.");
    }
    Optional<Instant> registered = time(row, REGISTERED);
    Optional<Instant> activated = time(row, ACTIVATED);
    checkOrder(row, registered, activated);
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
            Optional.of(row.name(EMAIL)).filter(e -> ADDRESS.matcher(e).matches())));
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
      row.problem(
          column, "The role must be teacher, administrator, student or another of OneRoster's.");
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
          "grades",
          first.isEmpty()
              ? "A pupil needs a grade; write 01 to 12."
              : "The grade must be two digits from 01 to 12.");
    }
    grades.put(account, grade);
    return grade;
  }

  private List<Stint> stints(CsvRow row, Set<Role> roles, int grade) {
    List<String> codes = row.list("orgSourcedIds", ",");
    if (codes.isEmpty()) {
      row.problem("orgSourcedIds", "The person belongs to no school; name one.");
    }
    List<Stint> stints = new ArrayList<>();
    if (!orgs.namesSchools()) {
      return stints;
    }
    boolean named = false;
    boolean unknown = false;
    for (String code : codes) {
      Optional<OrgKind> kind = orgs.kindOf(code);
      if (kind.isEmpty()) {
        unknown = true;
        row.problem(
            "orgSourcedIds", "The school %.128s is unknown; add it to orgs.csv.".formatted(code));
      } else if (kind.get() == OrgKind.SCHOOL) {
        named |= orgs.names(code);
        String shared = orgs.shared(code);
        roles.forEach(r -> stints.add(new Stint(shared, r, r == Role.STUDENT ? grade : 0)));
      }
    }
    boolean ofDistrict = stints.isEmpty() && roles.equals(Set.of(Role.ADMINISTRATOR));
    if (!codes.isEmpty() && !unknown && !named && !ofDistrict) {
      row.problem(
          "orgSourcedIds", "None of these is a school in orgs.csv; name a school that is there.");
    }
    return stints;
  }

  private String username(CsvRow row) {
    String username = row.id("username");
    Long first = username.isEmpty() ? null : usernames.putIfAbsent(username, row.line());
    if (first != null) {
      row.problem(
          "username", "The user name is that of row %d too; give each its own.".formatted(first));
    }
    return username;
  }

  private static Optional<Instant> time(CsvRow row, String column) {
    String text = row.id(column);
    Optional<Instant> time = text.isEmpty() ? Optional.empty() : SpaceTime.parse(text);
    if (!text.isEmpty() && time.isEmpty()) {
      row.problem(
          column, "The value is no date; write it like 2020-12-01 or 2020-12-01T08:30:00+08:00.");
    }
    return time;
  }

  private void checkOrder(CsvRow row, Optional<Instant> registered, Optional<Instant> activated) {
    if (activated.isEmpty() || !tellsRegistered()) {
      return;
    }
    if (registered.isEmpty()) {
      if (row.id(REGISTERED).isEmpty()) {
        row.problem(REGISTERED, "The space is activated but not registered; fill in when it was.");
      }
    } else if (activated.get().isBefore(registered.get())) {
      row.problem(
          ACTIVATED, "The space is activated before it is registered; mend one of the two.");
    }
  }
}
