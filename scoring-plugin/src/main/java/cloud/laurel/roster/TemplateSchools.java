package cloud.laurel.roster;

import cloud.laurel.roster.RosterUpload.Org;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the schools that rows of the template name, by code, name or other name. */
final class TemplateSchools {

  private final SchoolIndex known;
  private final Optional<String> own;
  private final TemplateTable table;
  private final Map<String, Org> named = new LinkedHashMap<>();

  /**
   * For one upload.
   *
   * @param own the only school that may be named, and needs not be; empty for any
   */
  TemplateSchools(SchoolIndex known, Optional<String> own, TemplateTable table) {
    this.known = known;
    this.own = own;
    this.table = table;
  }

  /** The schools named so far, by code. */
  Map<String, Org> named() {
    return named;
  }

  /** The codes of a row's schools; what cannot be found is a problem of the row. */
  List<String> of(CsvRow row) {
    String codeColumn = table.heading(TemplateColumn.SCHOOL_CODE);
    String nameColumn = table.heading(TemplateColumn.SCHOOL_NAME);
    List<String> codes = TemplateRule.parts(row.name(codeColumn));
    List<String> names = TemplateRule.parts(row.name(nameColumn));
    List<String> found = new ArrayList<>();
    if (own.isPresent()) {
      own(row, codes, names).ifPresent(found::add);
    } else if (codes.isEmpty() && names.isEmpty()) {
      row.problem(codeColumn.isEmpty() ? nameColumn : codeColumn, RosterProblem.SCHOOL_EMPTY);
    } else if (codes.isEmpty()) {
      names.forEach(name -> byName(row, nameColumn, name).ifPresent(found::add));
    } else {
      Optional<String> name =
          codes.size() == 1 && names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
      codes.forEach(code -> byCode(row, code, name).ifPresent(found::add));
    }
    return found;
  }

  private Optional<String> own(CsvRow row, List<String> codes, List<String> names) {
    String mine = own.orElseThrow();
    boolean byCode = codes.stream().allMatch(mine::equals);
    boolean byName = names.stream().allMatch(name -> known.byName(name).contains(mine));
    // with the code right, a name that is nobody's is only another way to write it
    boolean nobodys = !codes.isEmpty() && names.stream().allMatch(n -> known.byName(n).isEmpty());
    if (byCode && (byName || nobodys)) {
      return known.byCode(mine).map(this::name);
    }
    row.problem(
        table.heading(byCode ? TemplateColumn.SCHOOL_NAME : TemplateColumn.SCHOOL_CODE),
        RosterProblem.SCHOOL_FOREIGN);
    return Optional.empty();
  }

  private Optional<String> byName(CsvRow row, String column, String name) {
    List<String> codes = new ArrayList<>(known.byName(name));
    named.values().stream()
        .filter(o -> o.name().equals(DisplayNameRule.tidy(name)) && !codes.contains(o.code()))
        .forEach(o -> codes.add(o.code()));
    if (codes.size() == 1) {
      return Optional.of(known.byCode(codes.get(0)).map(this::name).orElseGet(() -> codes.get(0)));
    }
    if (codes.isEmpty()) {
      row.problem(column, RosterProblem.SCHOOL_UNKNOWN, name);
    } else {
      row.problem(column, RosterProblem.SCHOOL_AMBIGUOUS, name, String.join(", ", codes));
    }
    return Optional.empty();
  }

  private Optional<String> byCode(CsvRow row, String code, Optional<String> name) {
    String column = table.heading(TemplateColumn.SCHOOL_CODE);
    Optional<Org> org = known.byCode(code);
    if (org.filter(o -> o.kind() != OrgKind.SCHOOL).isPresent()) {
      row.problem(column, RosterProblem.NO_SCHOOL_KIND, code);
      return Optional.empty();
    }
    if (org.isPresent()) {
      boolean anothers =
          name.map(known::byName).filter(c -> !c.isEmpty() && !c.contains(code)).isPresent();
      if (anothers) {
        row.problem(column, RosterProblem.SCHOOL_DIFFERS, org.get().name());
      }
      return Optional.of(name(org.get()));
    }
    return fresh(row, column, code, name);
  }

  /** Code and name that nobody has yet stand for a new school. */
  private Optional<String> fresh(CsvRow row, String column, String code, Optional<String> name) {
    String tidy = name.map(DisplayNameRule::tidy).orElse("");
    Org before = named.get(code);
    if (before != null) {
      if (!tidy.isEmpty() && !tidy.equals(before.name())) {
        row.problem(column, RosterProblem.SCHOOL_RENAMED, code, before.row());
      }
      return Optional.of(before.code());
    }
    if (tidy.isEmpty() || !known.byName(tidy).isEmpty()) {
      row.problem(column, RosterProblem.SCHOOL_UNKNOWN, code);
      return Optional.empty();
    }
    if (code.length() > CsvRow.MAX_ID) {
      row.problem(column, RosterProblem.VALUE_LONG, code.length(), CsvRow.MAX_ID);
    }
    return Optional.of(
        name(new Org(row.line(), code, tidy, OrgKind.SCHOOL, Optional.empty(), List.of())));
  }

  /** The one copy of a code, so that a hundred thousand people do not bring their own. */
  private String name(Org org) {
    return named.computeIfAbsent(org.code(), c -> org).code();
  }
}
