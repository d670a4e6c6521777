package cloud.laurel.roster;

import cloud.laurel.campaign.Role;
import cloud.laurel.roster.RosterUpload.Entry;
import cloud.laurel.roster.RosterUpload.Source;
import cloud.laurel.roster.RosterUpload.Told;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a table in the columns of our template. A person at two schools, or in two roles, stands in
 * one row that lists them or in two rows that otherwise say the same.
 */
final class TemplateReader {

  private final Problems problems;
  private final TemplateTable table;
  private final TemplateSchools schools;
  private final Optional<String> own;
  private final Map<String, Entry> people = new LinkedHashMap<>();
  private final Map<String, String> usernames = new HashMap<>();
  private Optional<Boolean> isWhole = Optional.empty();
  private boolean overfull;

  /**
   * A reader.
   *
   * @param own the only school whose people may be listed; empty for any
   */
  TemplateReader(
      SchoolIndex known,
      Optional<String> own,
      boolean strict,
      Problems problems,
      Progress progress) {
    this.problems = problems;
    this.own = own;
    this.table = new TemplateTable(strict, problems, progress);
    this.schools = new TemplateSchools(known, own, table);
  }

  /** What the table says; to be used only when there are no problems. */
  RosterUpload read(SheetRows rows) throws IOException {
    table.read(rows, this::row);
    if (!table.isFound()) {
      if (problems.isEmpty()) {
        List<TemplateColumn> needed =
            List.of(
                TemplateColumn.ACCOUNT,
                TemplateColumn.SCHOOL_CODE,
                TemplateColumn.NAME,
                TemplateColumn.ROLE);
        missing(needed);
      }
    } else if (isWhole.isEmpty()) {
      checkColumns();
    }
    if (overfull) {
      problems.file(UploadedFile.NAME, RosterProblem.TOO_MANY_PEOPLE, UsersReader.MAX_PEOPLE);
    }
    if (people.isEmpty() && problems.isEmpty()) {
      problems.file(UploadedFile.NAME, RosterProblem.NOBODY);
    }
    Told told =
        new Told(
            false,
            table.has(TemplateColumn.USERNAME),
            false,
            table.has(TemplateColumn.REGISTERED),
            table.has(TemplateColumn.ACTIVATED),
            table.has(TemplateColumn.EMAIL));
    Source source =
        new Source(
            UploadedFile.NAME,
            table.heading(TemplateColumn.ACCOUNT),
            table.heading(TemplateColumn.USERNAME));
    return new RosterUpload(schools.named(), List.copyOf(people.values()), told, source);
  }

  /** Whether the rows below the heading can be read. */
  private boolean checkColumns() {
    List<TemplateColumn> missing = new ArrayList<>();
    if (!table.has(TemplateColumn.ACCOUNT)) {
      missing.add(TemplateColumn.ACCOUNT);
    }
    if (own.isEmpty()
        && !table.has(TemplateColumn.SCHOOL_CODE)
        && !table.has(TemplateColumn.SCHOOL_NAME)) {
      missing.add(TemplateColumn.SCHOOL_CODE);
    }
    if (!table.has(TemplateColumn.NAME)
        && !table.has(TemplateColumn.FAMILY_NAME)
        && !table.has(TemplateColumn.GIVEN_NAME)) {
      missing.add(TemplateColumn.NAME);
    }
    if (!table.has(TemplateColumn.ROLE)) {
      missing.add(TemplateColumn.ROLE);
    }
    missing(missing);
    if (table.has(TemplateColumn.ACTIVATED) && !table.has(TemplateColumn.REGISTERED)) {
      problems.file(UploadedFile.NAME, RosterProblem.REGISTERED_COLUMN_MISSING);
      return false;
    }
    return missing.isEmpty();
  }

  /** Without a needed column no row is right, and the column alone is worth telling. */
  private void missing(List<TemplateColumn> columns) {
    if (!columns.isEmpty()) {
      problems.upload(
          RosterProblem.NOT_TEMPLATE,
          String.join(
              ", ", columns.stream().map(c -> c.heading(java.util.Locale.CHINESE)).toList()));
    }
  }

  private void row(CsvRow row) {
    if (isWhole.isEmpty()) {
      isWhole = Optional.of(checkColumns());
    }
    if (!isWhole.get()) {
      return;
    }
    if (people.size() >= UsersReader.MAX_PEOPLE) {
      overfull = true;
      return;
    }
    for (TemplateColumn column : TemplateColumn.values()) {
      checkCell(row, column);
    }
    String account = row.requiredId(table.heading(TemplateColumn.ACCOUNT));
    Set<Role> roles = roles(row);
    List<String> at = schools.of(row);
    Optional<Integer> grade = roles.contains(Role.STUDENT) ? grade(row) : Optional.empty();
    Optional<String> className =
        text(row.value(table.heading(TemplateColumn.CLASS), CsvRow.MAX_CLASS));
    List<Stint> stints = new ArrayList<>();
    for (String school : at) {
      for (Role role : roles) {
        stints.add(
            role == Role.STUDENT
                ? new Stint(school, role, grade.orElse(0), className)
                : new Stint(school, role, 0));
      }
    }
    String registeredColumn = table.heading(TemplateColumn.REGISTERED);
    String activatedColumn = table.heading(TemplateColumn.ACTIVATED);
    Optional<Instant> registered = time(row, registeredColumn);
    Optional<Instant> activated = time(row, activatedColumn);
    if (table.has(TemplateColumn.REGISTERED)) {
      UsersReader.checkOrder(row, registeredColumn, activatedColumn, registered, activated);
    }
    Entry entry =
        new Entry(
            row.line(),
            account,
            text(row.id(table.heading(TemplateColumn.USERNAME))),
            name(row),
            stints,
            registered,
            activated,
            UsersReader.address(row.name(table.heading(TemplateColumn.EMAIL))));
    Entry first = people.putIfAbsent(account, entry);
    if (first != null && !account.isEmpty()) {
      merge(row, first, entry);
    } else {
      checkUsername(row, entry);
    }
  }

  private void checkCell(CsvRow row, TemplateColumn column) {
    String cell = row.raw(table.heading(column));
    if (TemplateRule.isError(cell)) {
      row.problem(table.heading(column), RosterProblem.CELL_ERROR, cell);
    }
    boolean key =
        column == TemplateColumn.ACCOUNT
            || column == TemplateColumn.USERNAME
            || column == TemplateColumn.SCHOOL_CODE;
    if (key && TemplateRule.isRounded(cell)) {
      row.problem(table.heading(column), RosterProblem.NUMBER_ROUNDED);
    }
  }

  private Set<Role> roles(CsvRow row) {
    String column = table.heading(TemplateColumn.ROLE);
    List<String> words = TemplateRule.parts(row.name(column));
    Set<Role> roles = new LinkedHashSet<>();
    words.forEach(word -> TemplateRule.role(word).ifPresent(roles::add));
    if (words.isEmpty() || words.stream().anyMatch(w -> TemplateRule.role(w).isEmpty())) {
      row.problem(column, RosterProblem.ROLE_WORD);
    }
    return roles;
  }

  private Optional<Integer> grade(CsvRow row) {
    String column = table.heading(TemplateColumn.GRADE);
    String text = row.name(column);
    Optional<Integer> grade = TemplateRule.grade(text);
    if (grade.isEmpty()) {
      row.problem(
          column, text.isEmpty() ? RosterProblem.PUPIL_GRADE_EMPTY : RosterProblem.GRADE_WORD);
    }
    return grade;
  }

  private String name(CsvRow row) {
    String column = table.heading(TemplateColumn.NAME);
    String name =
        column.isEmpty()
            ? DisplayNameRule.join(
                row.name(table.heading(TemplateColumn.FAMILY_NAME)),
                row.name(table.heading(TemplateColumn.GIVEN_NAME)))
            : DisplayNameRule.tidy(row.name(column));
    if (name.isEmpty()) {
      row.problem(column, RosterProblem.NAME_EMPTY);
    }
    return name;
  }

  private static Optional<Instant> time(CsvRow row, String column) {
    String text = row.id(column);
    Optional<Instant> time = text.isEmpty() ? Optional.empty() : TemplateRule.time(text);
    if (!text.isEmpty() && time.isEmpty()) {
      row.problem(column, RosterProblem.NO_DATE);
    }
    return time;
  }

  /** A second row of an account may add a school or a role, and nothing else. */
  private void merge(CsvRow row, Entry first, Entry again) {
    TemplateColumn differing = null;
    if (!first.name().equals(again.name())) {
      differing = TemplateColumn.NAME;
    } else if (!first.username().equals(again.username())) {
      differing = TemplateColumn.USERNAME;
    } else if (!first.registeredAt().equals(again.registeredAt())) {
      differing = TemplateColumn.REGISTERED;
    } else if (!first.activatedAt().equals(again.activatedAt())) {
      differing = TemplateColumn.ACTIVATED;
    }
    if (differing != null) {
      row.problem(
          table.heading(TemplateColumn.ACCOUNT),
          RosterProblem.PERSON_DIFFERS,
          first.row(),
          table.heading(differing));
      return;
    }
    boolean another = false;
    for (Stint stint : again.stints()) {
      if (first.stints().stream().noneMatch(s -> s.isLike(stint))) {
        another = true;
        if (first.stints().stream()
            .anyMatch(
                s ->
                    s.role() == Role.STUDENT
                        && s.grade() != stint.grade()
                        && stint.role() == Role.STUDENT)) {
          row.problem(table.heading(TemplateColumn.GRADE), RosterProblem.TWO_GRADES, first.row());
        }
        first.stints().add(stint);
      }
    }
    if (!another && !again.stints().isEmpty()) {
      row.problem(table.heading(TemplateColumn.ACCOUNT), RosterProblem.ROW_TWICE, first.row());
    }
  }

  private void checkUsername(CsvRow row, Entry entry) {
    String username = entry.username().orElse("");
    String other = username.isEmpty() ? null : usernames.putIfAbsent(username, entry.account());
    if (other != null && !other.equals(entry.account())) {
      row.problem(
          table.heading(TemplateColumn.USERNAME),
          RosterProblem.USERNAME_TWICE,
          people.get(other).row());
    }
  }

  private static Optional<String> text(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
