package cloud.laurel.worklist;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.worklist.Reminder.ToSchool;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom a reminder goes to: at most one a school, item and day. */
final class ReminderRule {

  private ReminderRule() {}

  /**
   * Puts a reminder together.
   *
   * @param items what schools are to be reminded of, as far as they have not done it
   * @param administrators accounts by school
   */
  static Reminder of(
      Campaign campaign,
      List<SchoolWork> schools,
      Set<Item> items,
      Map<String, Set<String>> administrators,
      LocalDate today) {
    List<ToSchool> told = new ArrayList<>();
    List<SchoolWork> unreachable = new ArrayList<>();
    int reminded = 0;
    for (SchoolWork school : schools) {
      List<Item> open =
          school.entries().stream()
              .filter(e -> !e.isDone() && items.contains(e.item()))
              .map(Entry::item)
              .toList();
      List<Item> fresh =
          open.stream().filter(i -> !remindedOn(campaign, school, i, today)).toList();
      Set<String> accounts = administrators.getOrDefault(school.code(), Set.of());
      if (open.isEmpty()) {
        continue;
      }
      if (accounts.isEmpty()) {
        unreachable.add(school);
      } else if (fresh.isEmpty()) {
        reminded++;
      } else {
        told.add(new ToSchool(school, fresh, accounts));
      }
    }
    return new Reminder(told, unreachable, reminded);
  }

  private static boolean remindedOn(
      Campaign campaign, SchoolWork school, Item item, LocalDate today) {
    return school.reminded().containsKey(item)
        && campaign.dayOf(school.reminded().get(item).at()).equals(today);
  }
}
