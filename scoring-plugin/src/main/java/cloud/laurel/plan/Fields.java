package cloud.laurel.plan;

import cloud.laurel.input.WordsRule;
import cloud.laurel.plugin.Problem;
import cloud.laurel.store.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads fields of a form and collects what is wrong with them: {@code missing}, {@code tooLong},
 * {@code notADate}, {@code beforeStart}, {@code notYet}, {@code notAPhone}, {@code notALink},
 * {@code notANumber}, {@code tooMany}. Pages have a sentence for each.
 */
final class Fields {

  private static final int LONGEST_PHONE = 40;
  private static final int LONGEST_LINK = 500;

  private final List<Problem> problems = new ArrayList<>();
  private final boolean complete;

  /**
   * Fields of one form.
   *
   * @param complete whether what is needed must be there
   */
  Fields(boolean complete) {
    this.complete = complete;
  }

  /** A text of several lines. */
  String text(String field, String raw, int longest) {
    return checked(field, WordsRule.tidy(raw), longest);
  }

  /** A text of one line. */
  String line(String field, String raw, int longest) {
    return checked(field, WordsRule.line(raw), longest);
  }

  /** The same, may be empty even when the rest must be complete. */
  String optional(String field, String raw, int longest) {
    String text = WordsRule.line(raw);
    require(text.length() <= longest, field, "tooLong");
    return text;
  }

  private String checked(String field, String text, int longest) {
    require(!complete || !text.isEmpty(), field, "missing");
    require(text.length() <= longest, field, "tooLong");
    return text;
  }

  String phone(String field, String raw) {
    String phone = line(field, raw, LONGEST_PHONE);
    boolean digits = phone.chars().filter(Character::isDigit).count() >= 5;
    require(
        phone.isEmpty() || digits && phone.matches("[-+0-9() \u2014/,、，；;转]*"), field, "notAPhone");
    return phone;
  }

  String link(String field, String raw) {
    String link = optional(field, raw, LONGEST_LINK);
    require(link.isEmpty() || link.matches("https?://[^\\s\"<>]+"), field, "notALink");
    return link;
  }

  int count(String field, String raw, int most) {
    String text = line(field, raw, 20);
    boolean number = text.matches("\\d{1,9}") && Integer.parseInt(text) <= most;
    require(number || text.isEmpty(), field, "notANumber");
    return number ? Integer.parseInt(text) : 0;
  }

  /** A first day, which must be there, or a last one. */
  Optional<LocalDate> day(String field, String raw, boolean needed) {
    String text = raw.strip();
    require(!complete || !needed || !text.isEmpty(), field, "missing");
    try {
      return Optional.of(text).filter(t -> !t.isEmpty()).map(LocalDate::parse);
    } catch (DateTimeException e) {
      require(false, field, "notADate");
      return Optional.empty();
    }
  }

  void require(boolean fine, String field, String problem) {
    if (!fine) {
      problems.add(new Problem(field, problem));
    }
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidInput with everything that is wrong at once
   */
  void done() {
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }
}
