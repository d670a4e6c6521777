package cloud.laurel.worklist;

import cloud.laurel.standing.Rate;
import cloud.laurel.web.Texts;
import java.time.YearMonth;
import java.util.ArrayList;
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

  /** What there is to say, with its figures. */
  String say(Entry entry) {
    String key = "worklist.say." + entry.saying();
    List<Long> numbers = entry.numbers();
    return switch (entry.saying()) {
      case OPENING_MISSING -> text.filled(key + missing(numbers), numbers);
      case MONTHS_REACHED -> text.filled(key, month(entry, numbers.get(0), numbers.get(1)));
      case MONTHS_MISSING, MONTHS_BEHIND -> {
        List<Object> values = new ArrayList<>(month(entry, numbers.get(1), numbers.get(2)));
        values.add(numbers.get(0));
        yield text.filled(key, values);
      }
      default -> text.filled(key, numbers);
    };
  }

  private static String missing(List<Long> numbers) {
    if (numbers.get(0) == 0) {
      return ".students";
    }
    return numbers.get(1) == 0 ? ".teachers" : ".both";
  }

  private static List<Object> month(Entry entry, long part, long whole) {
    String month = entry.month().map(YearMonth::toString).orElse("");
    return List.of(month, new Rate(part, whole).percent(), part, whole);
  }

  /** When it was done or is to be done; empty when nobody knows. */
  String day(Entry entry) {
    return entry.day().map(day -> text.of("worklist.day." + entry.status(), day)).orElse("");
  }
}
