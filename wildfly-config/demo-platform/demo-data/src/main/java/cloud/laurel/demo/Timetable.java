package cloud.laurel.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * On which days and at which hours people work.
 *
 * <p>School holidays are left out on purpose: whatever the day of the first start, the demo's five
 * months have to show something.
 *
 * @param days from the first scoring day to the last day that has begun
 */
record Timetable(List<LocalDate> days) {

  /** One entry for each part of a day's work; an hour that stands here twice is twice as busy. */
  private static final int[] HOURS = {
    7, 8, 8, 8, 9, 9, 9, 9, 10, 10, 10, 11, 11, 12, 14, 14, 14, 15, 15, 15, 16, 16, 16, 17, 19, 20,
    20, 21, 22
  };

  /** How much less happens on a day of the weekend, one in this many. */
  private static final int WEEKEND = 12;

  Timetable {
    days = List.copyOf(days);
  }

  static Timetable between(LocalDate first, LocalDate last) {
    return new Timetable(first.datesUntil(last.plusDays(1)).toList());
  }

  /** How busy a day is: 1 on a working day. */
  static double weight(LocalDate day) {
    return working(day) ? 1 : 1.0 / WEEKEND;
  }

  /** Whether the day is from Monday to Friday. */
  static boolean working(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }

  /** The sum of all days' weights. */
  double weight() {
    return days.stream().mapToDouble(Timetable::weight).sum();
  }

  /** Some time on a day. */
  static Instant at(LocalDate day, SplittableRandom random) {
    int hour = HOURS[random.nextInt(HOURS.length)];
    return day.atTime(hour, random.nextInt(60), random.nextInt(60))
        .atZone(DemoCampaign.ZONE)
        .toInstant();
  }

  /** Some time between two days, both included, mostly on a working day. */
  static Instant between(LocalDate first, LocalDate last, SplittableRandom random) {
    int length = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    LocalDate day = first.plusDays(random.nextInt(length));
    for (int i = 0; i < 3 && !working(day); i++) {
      day = first.plusDays(random.nextInt(length));
    }
    return at(day, random);
  }
}
