package cloud.laurel.roster;

import cloud.laurel.roster.RosterResult.RowProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with an upload; bounded, so that a hopeless file cannot fill the heap. */
final class Problems {

  /** At most so many are told at once. */
  static final int LIMIT = 1000;

  /** At most so many are kept of a file, for the file that goes back with them. */
  static final int KEPT = 50_000;

  private static final List<String> FILE_ORDER =
      List.of(RosterFiles.MANIFEST, RosterFiles.ORGS, RosterFiles.USERS, RosterFiles.ROLES);

  private final Map<String, List<Finding>> byFile = new HashMap<>();

  /** A problem, not yet in words. */
  record Finding(
      String file, long row, String column, RosterProblem problem, List<String> arguments) {

    RowProblem told() {
      return new RowProblem(file, row, column, problem.sentence(arguments));
    }
  }

  /** Adds one of the whole upload. */
  void upload(RosterProblem problem, Object... arguments) {
    add("", 0, "", problem, arguments);
  }

  /** Adds one of a whole file. */
  void file(String file, RosterProblem problem, Object... arguments) {
    add(file, 0, "", problem, arguments);
  }

  void add(String file, long row, String column, RosterProblem problem, Object... arguments) {
    List<Finding> ofFile = byFile.computeIfAbsent(file, f -> new ArrayList<>());
    if (ofFile.size() < KEPT) {
      List<String> texts = Arrays.stream(arguments).map(String::valueOf).toList();
      ofFile.add(new Finding(file, row, column, problem, texts));
    }
  }

  boolean isEmpty() {
    return byFile.isEmpty();
  }

  boolean has(String file) {
    return byFile.containsKey(file);
  }

  /** The upload's own first, then file by file, each by row. */
  List<Finding> findings() {
    return byFile.values().stream()
        .flatMap(List::stream)
        .sorted(
            Comparator.comparingInt((Finding p) -> FILE_ORDER.indexOf(p.file()))
                .thenComparing(p -> FILE_ORDER.contains(p.file()) ? "" : p.file())
                .thenComparingLong(Finding::row))
        .limit(KEPT)
        .toList();
  }

  /** The first of them in words. */
  List<RowProblem> inFileOrder() {
    return findings().stream().limit(LIMIT).map(Finding::told).toList();
  }
}
