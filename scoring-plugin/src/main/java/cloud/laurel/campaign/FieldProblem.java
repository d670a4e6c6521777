package cloud.laurel.campaign;

import cloud.laurel.plugin.Problem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * One thing wrong with a campaign's JSON: as an id that pages have words for, and in English.
 *
 * @param field path of the field, for example {@code indicators[3].points}; empty for the whole
 * @param kind what is wrong
 * @param arguments what the kind's sentence speaks of, in its order
 */
public record FieldProblem(String field, Kind kind, List<String> arguments) {

  /** What can be wrong, with the English sentence about it, without the field's name. */
  public enum Kind {
    NOT_JSON("is not JSON: look at line {0}, column {1}"),
    NOT_ONE_OBJECT("must be one JSON object"),
    MISSING("is missing"),
    NOT_TEXT("must be a text"),
    NOT_LINE("must be one line of at most {0} characters"),
    NOT_CODE("must be of small letters, digits and hyphens, at most {0}"),
    NOT_WHOLE("must be a whole number from {0} to {1}"),
    NOT_SHARE("must be a share from 0 to 1, like \"0.40\""),
    NOT_DATE("must be a date like 2020-12-01"),
    NOT_CHOICE("must be one of {0}"),
    NOT_OBJECT("must be an object"),
    NOT_LIST("must be a list"),
    NOT_ZONE("must be a time zone like Asia/Shanghai"),
    WINDOW_ENDS_EARLY("must not lie before scoring.from"),
    WINDOW_TOO_LONG("must lie within three years of scoring.from"),
    ENDS_EARLY("must not lie before from"),
    NO_SCORE("must name at least one of {0}"),
    PUPILS_ROLE("must be ADMINISTRATOR or TEACHER; pupils have participation rules"),
    NO_BENEFICIARY("must name ACTOR, COUNTERPART or both"),
    NO_ACTION("must name at least one action type, like lesson.prepared"),
    NOT_PUPILS("must be STUDENT"),
    NOT_MONTHLY("must be MONTH"),
    NO_ROW("must have at least one"),
    TIER_NOT_RISING("must be more than the tier before it"),
    TERM_NOT_LATER("must be later than the term before it"),
    TERM_BEGINS_LATE("must not be later than scoring.from"),
    TERM_TWICE("have the same code twice"),
    CODE_TWICE("stands twice"),
    CODE_TAKEN("is taken by another campaign: choose a new one"),
    CODE_RESERVED("is a word of the addresses: choose another one"),
    CODE_STAYS("stays as it is: {0}"),
    ZONE_STAYS("stays as it is, or days would shift: {0}"),
    ROLE_STAYS("stays as it is, or points would change sides: choose a new code"),
    CODE_OF_INDICATOR("belongs to an indicator already: choose a new code"),
    /** Further arguments: the id of the sentence, and what it speaks of. */
    CONDITION("line {0}, column {1}: {2}"),
    NO_CAMPAIGN("does not exist"),
    MONTH_NOT_OVER("must be a month of the campaign that has ended"),
    MONTH_IS_CLOSED("is closed already");

    private final String english;

    Kind(String english) {
      this.english = english;
    }

    /** Key of the sentence in the message bundles, for example {@code problem.not-date}. */
    public String id() {
      return "problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Copies the arguments. */
  public FieldProblem {
    arguments = List.copyOf(arguments);
  }

  FieldProblem(String field, Kind kind, String... arguments) {
    this(field, kind, List.of(arguments));
  }

  /** The English sentence, without the field's name. */
  public String text() {
    return MessageFormat.format(kind.english, arguments.toArray());
  }

  Problem english() {
    return new Problem(field, text());
  }
}
