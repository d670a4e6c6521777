package cloud.laurel.announcement;

import cloud.laurel.announcement.AnnouncementRefused.Why;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** For how long winners are on notice. */
final class NoticeDaysRule {

  /** Working days of a notice unless an officer wants others. */
  private static final int USUAL = 5;

  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private NoticeDaysRule() {}

  /** The usual notice that begins on a day; public holidays are not known here. */
  static NoticeDays usual(LocalDate first) {
    LocalDate last = first;
    for (int working = 0; ; last = last.plusDays(1)) {
      if (!WEEKEND.contains(last.getDayOfWeek()) && ++working == USUAL) {
        return new NoticeDays(first, last);
      }
    }
  }

  /** What is wrong with the days of a new notice; empty when nothing is. */
  static Optional<Why> obstacle(LocalDate first, LocalDate last, LocalDate today) {
    if (first.isBefore(today)) {
      return Optional.of(Why.FIRST_DAY_PAST);
    }
    return obstacle(first, last);
  }

  /** What is wrong with a later last day; empty when nothing is. */
  static Optional<Why> obstacleToExtending(NoticeDays days, LocalDate last, LocalDate today) {
    if (!last.isAfter(days.last()) || last.isBefore(today)) {
      return Optional.of(Why.NOT_LATER);
    }
    return obstacle(days.first(), last);
  }

  private static Optional<Why> obstacle(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      return Optional.of(Why.LAST_BEFORE_FIRST);
    }
    return new NoticeDays(first, last).count() > NoticeDays.MOST
        ? Optional.of(Why.TOO_MANY_DAYS)
        : Optional.empty();
  }
}
