package cloud.laurel.campaign;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * One thing wrong with a condition, and where.
 *
 * @param line from 1
 * @param column from 1, in characters; a character outside the basic plane counts once
 * @param kind what is wrong
 * @param arguments what the kind's sentence speaks of, in its order
 */
public record ConditionProblem(int line, int column, Kind kind, List<String> arguments) {

  /** What can be wrong with a condition, with the English sentence about it. */
  public enum Kind {
    EMPTY("Write a condition."),
    TOO_LONG("The condition is too long: at most {0} characters are taken."),
    TOO_DEEP("The condition is nested too deeply from here on."),
    TOO_MANY_PARTS("The condition has too many parts: at most {0} are taken."),
    INCOMPLETE("The condition ends too early: something is missing here."),
    MISSING("{0} is missing here."),
    UNEXPECTED("This does not fit here: {0}"),
    UNCLOSED_TEXT("This text has no closing quote."),
    NUMBER("The number {0} is too large."),
    SYNTAX("This cannot be read: {0}"),
    UNKNOWN_NAME("The name {0} is not known."),
    UNKNOWN_FUNCTION("There is no function {0}."),
    WRONG_TYPES("{0} does not work on {1}."),
    NOT_YES_OR_NO("A condition must be true or false, but this is of the type {0}."),
    TYPE("The types do not fit: {0}"),
    NESTED_LOOP("A loop inside another loop is not allowed."),
    GROWING_LOOP("Inside a loop + is only for numbers; a text or list that grows is not allowed."),
    TOO_COSTLY("This would take too long for every single action."),
    PATTERN_NOT_FIXED("The pattern must be written out here, between quotes."),
    PATTERN("The pattern cannot be read: {0}"),
    PATTERN_TOO_LARGE("The pattern is too large."),
    ALWAYS_FAILS("This can never be computed: {0}");

    private final String english;

    Kind(String english) {
      this.english = english;
    }

    /** Key of the sentence in the message bundles, for example {@code condition.unknown-name}. */
    public String id() {
      return "condition." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Copies the arguments. */
  public ConditionProblem {
    arguments = List.copyOf(arguments);
  }

  ConditionProblem(int line, int column, Kind kind, String... arguments) {
    this(line, column, kind, List.of(arguments));
  }

  /** The English sentence, without the position. */
  public String text() {
    return MessageFormat.format(kind.english, arguments.toArray());
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column + ": " + text();
  }
}
