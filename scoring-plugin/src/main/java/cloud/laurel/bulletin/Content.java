package cloud.laurel.bulletin;

import cloud.laurel.input.WordsRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What officers write: the head of the paper and its blocks. Figures are in it by name only.
 *
 * @param issuer the authority in whose name it is issued
 * @param number such as 石教〔2021〕12号; empty until it is known
 * @param date on which it is issued; empty until it is known
 * @param parts in order
 */
public record Content(
    String issuer, String number, String title, Optional<LocalDate> date, List<Part> parts) {

  /** Tidies what was written. */
  public Content {
    issuer = WordsRule.line(issuer);
    number = WordsRule.line(number);
    title = WordsRule.tidy(title);
    parts = List.copyOf(parts);
  }

  /** The same with other blocks. */
  public Content with(List<Part> others) {
    return new Content(issuer, number, title, date, others);
  }

  /** The same under a number and a date. */
  Content issued(String ownNumber, Optional<LocalDate> day) {
    return new Content(issuer, ownNumber, title, day, parts);
  }
}
