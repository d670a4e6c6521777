package cloud.laurel.standing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each of the campaign's local days brought somebody.
 *
 * @param days points by day; days that brought nothing are left out
 */
public record PersonCourse(SortedMap<LocalDate, Long> days) {

  /** Never changed afterwards. */
  public PersonCourse {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
  }

  /** What a day brought. */
  public long on(LocalDate day) {
    return days.getOrDefault(day, 0L);
  }

  /** What some days brought, the first and the last included. */
  public long between(LocalDate first, LocalDate last) {
    return days.subMap(first, last.plusDays(1)).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Days with points in a row up to today; a today without points yet does not break the row. */
  public int streak(LocalDate today) {
    LocalDate day = on(today) > 0 ? today : today.minusDays(1);
    int streak = 0;
    while (on(day) > 0) {
      streak++;
      day = day.minusDays(1);
    }
    return streak;
  }

  /** The most days with points in a row. */
  public int bestStreak() {
    int best = 0;
    int streak = 0;
    LocalDate expected = LocalDate.MIN;
    for (LocalDate day : days.keySet()) {
      streak = day.equals(expected) ? streak + 1 : 1;
      expected = day.plusDays(1);
      best = Math.max(best, streak);
    }
    return best;
  }
}
