package cloud.laurel.scoring;

import cloud.laurel.engine.TestEngine;
import cloud.laurel.plugin.PlatformAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Many actions of few people under the notice's campaign. */
final class TestActions {

  private static final List<String> TYPES =
      List.of(
          "resource.uploaded",
          "lesson.prepared",
          "research-group.joined",
          "homework.assigned",
          "marks.created",
          "notice.published",
          "teacher.invited",
          "grade.created",
          "class.created",
          "textbook.added",
          "coffee.made");
  private static final List<String> PEOPLE = List.of("t1", "t2", "t3", "t4", "ta", "a1", "nobody");

  private TestActions() {}

  /** Each history has days of its own; administrators act in the first only. */
  static List<PlatformAction> history(TestEngine engine, Random random, int history) {
    Instant start = Instant.parse("2020-11-30T12:00:00Z").plusSeconds(history * 5L * 86_400);
    List<PlatformAction> actions = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String type = TYPES.get(random.nextInt(history == 0 ? TYPES.size() : 7));
      String[] counterparts =
          type.equals("teacher.invited")
              ? new String[] {PEOPLE.get(random.nextInt(7)), PEOPLE.get(random.nextInt(7))}
              : new String[0];
      String at =
          start.plusSeconds(random.nextInt(4 * 86_400)).plusMillis(random.nextInt(2)).toString();
      actions.add(engine.action(type, PEOPLE.get(random.nextInt(7)), at, counterparts));
    }
    for (int i = 0; i < 5; i++) {
      String target = actions.get(random.nextInt(60)).id();
      actions.add(engine.withdrawal(target, start.plusSeconds(500_000).toString()));
    }
    return actions;
  }
}
