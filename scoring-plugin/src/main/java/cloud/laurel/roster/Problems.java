package cloud.laurel.roster;

import cloud.laurel.roster.RosterResult.RowProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with an upload; bounded, so that a hopeless file cannot fill the heap. */
final class Problems {

  /** At most so many are told. */
  static final int LIMIT = 1000;

  private static final List<String> FILE_ORDER =
      List.of(RosterFiles.MANIFEST, RosterFiles.ORGS, RosterFiles.USERS, RosterFiles.ROLES);

  private final Map<String, List<RowProblem>> byFile = new HashMap<>();

  /** Adds one of the whole upload. */
  void upload(String problem) {
    add("", 0, "", problem);
  }

  /** Adds one of a whole file. */
  void file(String file, String problem) {
    add(file, 0, "", problem);
  }

  void add(String file, long row, String column, String problem) {
    List<RowProblem> ofFile = byFile.computeIfAbsent(file, f -> new ArrayList<>());
    if (ofFile.size() < LIMIT) {
      ofFile.add(new RowProblem(file, row, column, problem));
    }
  }

  boolean isEmpty() {
    return byFile.isEmpty();
  }

  boolean has(String file) {
    return byFile.containsKey(file);
  }

  /** The upload's own first, then file by file, each by row. */
  List<RowProblem> inFileOrder() {
    return byFile.values().stream()
        .flatMap(List::stream)
        .sorted(
            Comparator.comparingInt((RowProblem p) -> FILE_ORDER.indexOf(p.file()))
                .thenComparing(p -> FILE_ORDER.contains(p.file()) ? "" : p.file())
                .thenComparingLong(RowProblem::row))
        .limit(LIMIT)
        .toList();
  }
}
