package cloud.laurel.roster;

import cloud.laurel.roster.RosterUpload.Org;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads orgs.csv: districts, central schools and schools. */
final class OrgsReader {

  private static final Set<String> REQUIRED = Set.of("sourcedId", "name", "type");

  private final Problems problems;
  private final Map<String, OrgKind> onRecord;
  private final CsvTable table;
  private final Map<String, Org> orgs = new LinkedHashMap<>();
  private final Map<String, Long> rows = new HashMap<>();
  private boolean namesSchools;

  /**
   * A reader.
   *
   * @param onRecord what is known from earlier uploads, so that a part of the roster may be sent
   */
  OrgsReader(Map<String, OrgKind> onRecord, Problems problems) {
    this.onRecord = onRecord;
    this.problems = problems;
    this.table = new CsvTable(RosterFiles.ORGS, REQUIRED, problems);
  }

  /** What the file holds, by code. */
  Map<String, Org> read(RosterArchive archive) throws IOException {
    table.read(archive, this::row);
    orgs.values().forEach(this::checkParent);
    namesSchools = orgs.values().stream().anyMatch(o -> o.kind() == OrgKind.SCHOOL);
    if (!namesSchools && !problems.has(RosterFiles.ORGS)) {
      problems.file(RosterFiles.ORGS, RosterProblem.NO_SCHOOL_ROW);
    }
    return orgs;
  }

  /** Whether the file has the column of other names. */
  boolean tellsAliases() {
    return table.has("metadata.aliases");
  }

  /** What an identifier stands for, here or on record. */
  Optional<OrgKind> kindOf(String code) {
    return Optional.ofNullable(orgs.get(code))
        .map(Org::kind)
        .or(() -> Optional.ofNullable(onRecord.get(code)));
  }

  /** Whether there is a school at all; if not, that is the problem, not each person's school. */
  boolean namesSchools() {
    return namesSchools;
  }

  /** Whether the file itself has it. */
  boolean names(String code) {
    return orgs.containsKey(code);
  }

  /** The one copy of a code, so that a hundred thousand people do not bring their own. */
  String shared(String code) {
    Org org = orgs.get(code);
    return org == null ? code : org.code();
  }

  private void row(CsvRow row) {
    String code = row.requiredId("sourcedId");
    Long first = code.isEmpty() ? null : rows.putIfAbsent(code, row.line());
    if (first != null) {
      row.problem("sourcedId", RosterProblem.ID_TWICE, first);
    }
    if (!RowStatus.isLive(row)) {
      return;
    }
    String name = DisplayNameRule.tidy(row.name("name"));
    if (name.isEmpty()) {
      row.problem("name", RosterProblem.NAME_EMPTY);
    }
    Optional<OrgKind> kind = OrgKind.ofType(row.id("type"));
    if (kind.isEmpty()) {
      row.problem("type", RosterProblem.ORG_TYPE);
    }
    String parent = row.id("parentSourcedId");
    // a row with an unknown type stays a school here, so that its people are not reported as well
    orgs.putIfAbsent(
        code,
        new Org(
            row.line(),
            code,
            name,
            kind.orElse(OrgKind.SCHOOL),
            Optional.of(parent).filter(p -> !p.isEmpty()),
            row.list("metadata.aliases", "\\|").stream().map(DisplayNameRule::tidy).toList()));
  }

  private void checkParent(Org org) {
    org.parent()
        .ifPresent(
            parent -> {
              Optional<OrgKind> kind = kindOf(parent);
              if (kind.isEmpty()) {
                parentProblem(org, RosterProblem.PARENT_UNKNOWN, parent);
              } else if (parent.equals(org.code())
                  || kind.get().compareTo(org.kind()) > 0
                  || kind.get() == OrgKind.SCHOOL) {
                parentProblem(org, RosterProblem.PARENT_KIND, parent);
              }
            });
  }

  private void parentProblem(Org org, RosterProblem problem, String parent) {
    problems.add(RosterFiles.ORGS, org.row(), "parentSourcedId", problem, parent);
  }
}
