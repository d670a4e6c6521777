package cloud.laurel.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * One line of {@code schools.csv}: how big a school is and how eagerly it takes part.
 *
 * <p>The columns add up to the figures of the bulletin of 2021; a test holds them.
 *
 * @param code its id on the roster
 * @param name its official name
 * @param aliases other names, {@code |} between them, may be empty
 * @param centralSchool name of its township's central school, empty for a school of the city
 * @param level which grades it teaches
 * @param teachers people and spaces of its teachers
 * @param pupils people and spaces of its pupils of grade 3 and up
 * @param administrators 1 or 2
 * @param functionsDone how many of the ten functions its administrators have used
 * @param actionsPerTeacher relative eagerness of its teachers
 * @param pupilUse share of the registered pupils that study in a good month, in per cent
 */
record DemoSchool(
    String code,
    String name,
    String aliases,
    String centralSchool,
    Level level,
    Spaces teachers,
    Spaces pupils,
    int administrators,
    int functionsDone,
    int actionsPerTeacher,
    int pupilUse) {

  DemoSchool {
    if (administrators < 1 || administrators > 2 || functionsDone < 0 || functionsDone > 10) {
      throw new IllegalArgumentException(code + ": administrators or functionsDone out of range");
    }
  }

  /** What kind of school it is, with the grades that count as eligible. */
  enum Level {
    PRIMARY(3, 6),
    JUNIOR(7, 9),
    SENIOR(10, 12);

    private final int first;
    private final int last;

    Level(int first, int last) {
      this.first = first;
      this.last = last;
    }

    /** The grade of the n-th eligible pupil; all grades get about the same number. */
    int gradeOf(int n) {
      return first + n % (last - first + 1);
    }

    /** Whether the school also has pupils of the grades 1 and 2, who do not count. */
    boolean hasYoungest() {
      return this == PRIMARY;
    }
  }

  /** Eligible people, those with a registered space, those with an activated one. */
  record Spaces(int eligible, int registered, int activated) {
    Spaces {
      if (activated < 1 || registered < activated || eligible < registered) {
        throw new IllegalArgumentException("needs 1 <= activated <= registered <= eligible");
      }
    }
  }

  /** The demo's schools, in the order of their codes. */
  static List<DemoSchool> all() {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (InputStream in =
            Objects.requireNonNull(DemoSchool.class.getResourceAsStream("schools.csv"));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return format.parse(reader).stream().map(DemoSchool::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DemoSchool read(CSVRecord row) {
    return new DemoSchool(
        row.get("code"),
        row.get("name"),
        row.get("aliases"),
        row.get("centralSchool"),
        Level.valueOf(row.get("level")),
        spaces(row, "teachers"),
        spaces(row, "pupils"),
        number(row, "administrators"),
        number(row, "functionsDone"),
        number(row, "actionsPerTeacher"),
        number(row, "pupilUsePercent"));
  }

  private static Spaces spaces(CSVRecord row, String column) {
    return new Spaces(
        number(row, column), number(row, column + "Registered"), number(row, column + "Activated"));
  }

  private static int number(CSVRecord row, String column) {
    return Integer.parseInt(row.get(column));
  }
}
