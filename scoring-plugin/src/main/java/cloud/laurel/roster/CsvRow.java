package cloud.laurel.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** A row of one of the upload's files, its values tidied; problems go to its own row. */
final class CsvRow {

  /** Longest identifier and user name. */
  static final int MAX_ID = 128;

  /** Longest name of a class. */
  static final int MAX_CLASS = 64;

  /** Longest name. */
  static final int MAX_NAME = 500;

  private final String file;
  private final long line;
  private final List<String> record;
  private final Map<String, Integer> columns;
  private final Problems problems;

  CsvRow(
      String file,
      long line,
      List<String> record,
      Map<String, Integer> columns,
      Problems problems) {
    this.file = file;
    this.line = line;
    this.record = record;
    this.columns = columns;
    this.problems = problems;
  }

  long line() {
    return line;
  }

  void problem(String column, RosterProblem problem, Object... arguments) {
    problems.add(file, line, column, problem, arguments);
  }

  /** A short value; empty when the column is missing. */
  String id(String column) {
    return value(column, MAX_ID);
  }

  /** A name; empty when the column is missing. */
  String name(String column) {
    return value(column, MAX_NAME);
  }

  /** The identifier of the row itself. */
  String requiredId(String column) {
    String id = id(column);
    if (id.isEmpty()) {
      problem(column, RosterProblem.VALUE_EMPTY);
    }
    return id;
  }

  /** The parts of a list that are not empty; each may be as long as a name. */
  List<String> list(String column, String separator) {
    return Arrays.stream(plain(column).split(separator))
        .map(TidyText::of)
        .filter(part -> !part.isEmpty())
        .map(part -> limited(column, part, MAX_NAME))
        .distinct()
        .toList();
  }

  /** A value of bounded length; empty when the column is missing. */
  String value(String column, int longest) {
    return limited(column, plain(column), longest);
  }

  private String limited(String column, String value, int longest) {
    if (value.length() > longest) {
      problem(column, RosterProblem.VALUE_LONG, value.length(), longest);
    }
    return value;
  }

  /** The value as it is, tidied; empty when the column is missing. */
  String raw(String column) {
    Integer index = columns.get(column.toLowerCase(Locale.ROOT));
    return index == null ? "" : TidyText.of(record.get(index));
  }

  private String plain(String column) {
    String value = raw(column);
    OptionalInt forbidden = TidyText.forbiddenIn(value);
    if (forbidden.isPresent()) {
      problem(column, RosterProblem.CONTROL_CHARACTER, "%04X".formatted(forbidden.getAsInt()));
    }
    return value;
  }
}
