package cloud.laurel.campaign;

import cloud.laurel.campaign.ConditionProblem.Kind;
import dev.cel.common.CelIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in our words what CEL says in its own. */
final class ConditionMessages {

  private static final List<Phrase> PHRASES =
      List.of(
          new Phrase("expression node limit .*", Kind.TOO_MANY_PARTS),
          new Phrase("(?:mismatched|extraneous) input '<EOF>' .*", Kind.INCOMPLETE),
          new Phrase("no viable alternative at input '.*<EOF>'", Kind.INCOMPLETE),
          new Phrase("missing (\\S+) at .*", Kind.MISSING),
          new Phrase("(?:mismatched|extraneous) input '(.+)' expecting .*", Kind.UNEXPECTED),
          new Phrase("token recognition error at: '['\"].*", Kind.UNCLOSED_TEXT),
          new Phrase("token recognition error at: '(.+)'", Kind.UNEXPECTED),
          new Phrase("For input string: \"(.+)\"", Kind.NUMBER),
          new Phrase("expected type 'bool' but found '(.+)'", Kind.NOT_YES_OR_NO),
          new Phrase(
              "found no matching overload for '(.+)' applied to '(.+)' \\(candidates.*",
              Kind.WRONG_TYPES),
          new Phrase("undeclared reference to '(.+)' .*", Kind.UNKNOWN_NAME),
          new Phrase("(.*type.*)", Kind.TYPE),
          new Phrase("(.*)", Kind.SYNTAX));

  private record Phrase(Pattern pattern, Kind kind) {
    Phrase(String pattern, Kind kind) {
      this(Pattern.compile(pattern, Pattern.DOTALL), kind);
    }
  }

  private ConditionMessages() {}

  /** The problems that CEL found in a text. */
  static List<ConditionProblem> of(List<CelIssue> issues, String text, int maxParts) {
    List<String> lines = text.lines().toList();
    return issues.stream().map(issue -> problem(issue, lines, maxParts)).toList();
  }

  private static ConditionProblem problem(CelIssue issue, List<String> lines, int maxParts) {
    int line = Math.max(1, issue.getSourceLocation().getLine());
    int column = Math.max(0, issue.getSourceLocation().getColumn()) + 1;
    for (Phrase phrase : PHRASES) {
      Matcher matcher = phrase.pattern().matcher(issue.getMessage());
      if (matcher.matches()) {
        Kind kind = phrase.kind();
        if (kind == Kind.TOO_MANY_PARTS) {
          return new ConditionProblem(line, column, kind, "" + maxParts);
        }
        if (kind == Kind.UNKNOWN_NAME && called(lines, line, column)) {
          kind = Kind.UNKNOWN_FUNCTION;
        }
        return new ConditionProblem(line, column, kind, arguments(kind, matcher));
      }
    }
    throw new IllegalStateException("the last phrase matches everything");
  }

  private static List<String> arguments(Kind kind, Matcher matcher) {
    List<String> arguments = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      arguments.add(matcher.group(i).strip());
    }
    if (kind == Kind.WRONG_TYPES) {
      arguments.set(0, operator(arguments.get(0)));
      arguments.set(1, types(arguments.get(1)));
    }
    return arguments;
  }

  /** CEL points to the bracket of a function it does not know. */
  private static boolean called(List<String> lines, int line, int column) {
    String text = line <= lines.size() ? lines.get(line - 1) : "";
    return text.codePoints().skip(column - 1L).findFirst().orElse(0) == '(';
  }

  /** {@code _>_} is written {@code >}. */
  private static String operator(String function) {
    return function.replace("_", "").replace("@", "").strip();
  }

  /** {@code (int, string)}, or {@code string.(int)} for what is called on something. */
  private static String types(String types) {
    return types
        .replaceFirst("^\\(", "")
        .replaceFirst("\\.\\(", ", ")
        .replaceFirst("\\)$", "")
        .replaceFirst(", $", "");
  }
}
