package cloud.laurel.worklist;

import cloud.laurel.standing.Rate;
import cloud.laurel.web.Texts;
import java.time.YearMonth;
import java.util.List;

/** What entries of a worklist say, in the reader's language. */
final class WorkWords {

  private final Texts text;

  WorkWords(Texts text) {
    this.text = text;
  }

  /** An item's name. */
  String item(Item item) {
    return text.of("worklist.item." + item);
  }

  /** What there is to say. */
  String say(Entry entry) {
    String key = "worklist.say." + entry.saying();
    return text.filled(
        entry.saying() == Saying.OPENING_MISSING ? key + missing(entry.numbers()) : key,
        entry.numbers());
  }

  private static String missing(List<Long> numbers) {
    if (numbers.get(0) == 0) {
      return ".students";
    }
    return numbers.get(1) == 0 ? ".teachers" : ".both";
  }

  /** The month's rate, or when it was done or is to be done; empty when nobody knows. */
  String day(Entry entry) {
    return entry
        .month()
        .filter(month -> entry.numbers().size() >= 2)
        .map(month -> month(month, entry.numbers()))
        .orElseGet(
            () -> entry.day().map(d -> text.of("worklist.day." + entry.status(), d)).orElse(""));
  }

  private String month(YearMonth month, List<Long> numbers) {
    long part = numbers.get(numbers.size() - 2);
    long whole = numbers.get(numbers.size() - 1);
    return text.filled(
        "worklist.month", List.of(month, new Rate(part, whole).percent(), part, whole));
  }
}
