package cloud.laurel.roster;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads manifest.csv. Versions 1.0 and 1.1 mean the same by the files read here; 1.2 is taken too,
 * as long as its files carry the columns of 1.1.
 */
final class ManifestReader {

  private static final Set<String> VERSIONS = Set.of("1.0", "1.1", "1.2");

  private final Problems problems;
  private final Map<String, String> files = new HashMap<>();
  private boolean versioned;

  ManifestReader(Problems problems) {
    this.problems = problems;
  }

  void read(RosterArchive archive) throws IOException {
    new CsvTable(RosterFiles.MANIFEST, Set.of("propertyName", "value"), problems)
        .read(archive, this::row);
    if (!versioned && !problems.has(RosterFiles.MANIFEST)) {
      problems.add(RosterFiles.MANIFEST, 0, "propertyName", RosterProblem.VERSION_MISSING);
    }
  }

  /** Whether the manifest wants an optional file read. */
  boolean wants(String file, RosterArchive archive) {
    String mode = files.get(file);
    return mode == null ? archive.has(file) : mode.equals("bulk");
  }

  private void row(CsvRow row) {
    String property = row.requiredId("propertyName").toLowerCase(Locale.ROOT);
    String value = row.name("value").toLowerCase(Locale.ROOT);
    if (property.equals("oneroster.version")) {
      versioned = true;
      if (!VERSIONS.contains(value)) {
        row.problem("value", RosterProblem.VERSION_UNKNOWN);
      }
    } else if (property.startsWith("file.")) {
      file(row, property.substring("file.".length()) + ".csv", value);
    }
  }

  private void file(CsvRow row, String file, String mode) {
    boolean needed = file.equals(RosterFiles.ORGS) || file.equals(RosterFiles.USERS);
    switch (mode) {
      case "bulk" -> files.put(file, mode);
      case "absent" -> {
        files.put(file, mode);
        if (needed) {
          row.problem("value", RosterProblem.FILE_NEEDED);
        }
      }
      case "delta" -> row.problem("value", RosterProblem.DELTA);
      default -> row.problem("value", RosterProblem.BULK_OR_ABSENT);
    }
  }
}
