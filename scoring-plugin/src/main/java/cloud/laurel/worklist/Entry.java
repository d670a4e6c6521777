package cloud.laurel.worklist;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * One item of one school.
 *
 * @param numbers what the saying counts, in its order
 * @param day when it was done if that is known, else the last day to do it
 * @param month the pupils' month that it is about
 */
public record Entry(
    Item item,
    Status status,
    Saying saying,
    List<Long> numbers,
    Optional<LocalDate> day,
    Optional<YearMonth> month) {

  /** Copies its list. */
  public Entry {
    numbers = List.copyOf(numbers);
  }

  static Entry done(Item item, Saying saying, Optional<LocalDate> day, Long... numbers) {
    return new Entry(item, Status.DONE, saying, List.of(numbers), day, Optional.empty());
  }

  /** What is not done: late once its last day is over. */
  static Entry open(Item item, Saying saying, LocalDate lastDay, LocalDate today, Long... numbers) {
    return new Entry(
        item,
        today.isAfter(lastDay) ? Status.LATE : Status.DUE,
        saying,
        List.of(numbers),
        Optional.of(lastDay),
        Optional.empty());
  }

  Entry of(YearMonth about) {
    return new Entry(item, status, saying, numbers, day, Optional.of(about));
  }

  /** Whether there is nothing left to do. */
  public boolean isDone() {
    return status == Status.DONE;
  }
}
