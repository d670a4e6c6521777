package cloud.laurel.scoring;

import cloud.laurel.plugin.PlatformAction;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The notice's rules as plainly as possible, to compare with: take all actions, sort, judge, sum.
 * No database, no increments; the table is written out by hand.
 */
final class ReferenceRules {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Map<String, Integer> TEACHER =
      Map.of(
          "resource.uploaded", 1,
          "lesson.prepared", 3,
          "research-group.joined", 1,
          "homework.assigned", 2,
          "marks.created", 2,
          "evaluation.completed", 2,
          "notice.published", 1,
          "activity.published", 1,
          "teacher.invited", 2);
  private static final Set<String> ADMINISTRATOR =
      Set.of("grade.created", "class.created", "term.created", "textbook.added");

  private final Set<String> teachers;
  private final Set<String> administrators;

  ReferenceRules(Set<String> teachers, Set<String> administrators) {
    this.teachers = teachers;
    this.administrators = administrators;
  }

  /** Points by account. */
  Map<String, Long> points(List<PlatformAction> actions) {
    Map<String, PlatformAction> unique = new HashMap<>();
    actions.forEach(a -> unique.putIfAbsent(a.id(), a));
    Set<String> withdrawn = new HashSet<>();
    unique.values().stream()
        .filter(a -> a.type().equals("action.withdrawn"))
        .forEach(a -> withdrawn.add(a.object().orElseThrow().id()));
    List<PlatformAction> sorted =
        unique.values().stream()
            .sorted(
                Comparator.comparing(PlatformAction::occurredAt).thenComparing(PlatformAction::id))
            .toList();
    Map<String, Long> points = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    for (PlatformAction action : sorted) {
      LocalDate day = action.occurredAt().atZone(ZONE).toLocalDate();
      boolean inWindow =
          !day.isBefore(LocalDate.of(2020, 12, 1)) && !day.isAfter(LocalDate.of(2021, 6, 30));
      if (!inWindow || withdrawn.contains(action.id())) {
        continue;
      }
      if (TEACHER.containsKey(action.type())) {
        Set<String> earners = new LinkedHashSet<>();
        earners.add(action.actor());
        if (action.type().equals("teacher.invited")) {
          if (action.counterparts().equals(List.of(action.actor()))) {
            continue; // nobody invites themselves
          }
          earners.addAll(action.counterparts());
        }
        for (String earner : earners) {
          if (teachers.contains(earner) && taken.add(earner + action.type() + day)) {
            points.merge(earner, (long) TEACHER.get(action.type()), Long::sum);
          }
        }
      }
      if (ADMINISTRATOR.contains(action.type())
          && administrators.contains(action.actor())
          && taken.add(action.actor() + action.type())) {
        points.merge(action.actor(), 10L, Long::sum);
      }
    }
    return points;
  }
}
