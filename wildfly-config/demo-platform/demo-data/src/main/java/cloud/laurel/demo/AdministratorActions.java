package cloud.laurel.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Administrators set their schools up: all ten functions at the leading schools, fewer elsewhere.
 */
final class AdministratorActions {

  private static final List<Function> FUNCTIONS =
      List.of(
          new Function("年级", List.of("grade.created", "grade.imported", "grade.edited")),
          new Function("班级", List.of("class.created", "class.imported", "class.edited")),
          new Function(
              "部门", List.of("department.created", "department.imported", "department.edited")),
          new Function("学年学期", List.of("term.created", "term.edited")),
          new Function("学生", List.of("student.created", "student.imported", "student.edited")),
          new Function("家长", List.of("parent.created", "parent.imported", "parent.edited")),
          new Function("教职工", List.of("staff.created", "staff.imported", "staff.edited")),
          new Function(
              "教师任课",
              List.of(
                  "teaching-assignment.created",
                  "teaching-assignment.imported",
                  "teaching-assignment.edited")),
          new Function("教材", List.of("textbook.added")),
          new Function("课程", List.of("course.created", "course.edited")));

  /** The administrator of the README has something left to do. */
  private static final int LEFT_UNFINISHED = 7;

  private final Scene scene;
  private final SplittableRandom random;

  private record Function(String name, List<String> types) {}

  AdministratorActions(Scene scene) {
    this.scene = scene;
    this.random = new SplittableRandom(scene.seed(2));
  }

  /** Makes them all. */
  void make(Consumer<DraftAction> out) {
    Map<String, List<DemoPerson>> administrators = scene.roster().bySchool(DemoPerson::administers);
    for (DemoSchool school : scene.roster().schools()) {
      for (DemoPerson person : administrators.get(school.code())) {
        boolean fixed = person.id().equals(DemoRoster.ADMINISTRATOR);
        List<Function> functions = new ArrayList<>(FUNCTIONS);
        if (!fixed) {
          Collections.shuffle(functions, new Random(random.nextLong()));
        }
        int done = fixed ? LEFT_UNFINISHED : school.functionsDone();
        functions.subList(0, done).forEach(function -> use(person, function, fixed, out));
      }
    }
  }

  /** Uses a function once or more often; only the first time earns points. */
  private void use(
      DemoPerson person, Function function, boolean notToday, Consumer<DraftAction> out) {
    LocalDate first = scene.campaign().from();
    LocalDate last = scene.campaign().lastDay(scene.today());
    // most is set up in the first two months
    LocalDate settled = first.plusDays(60).isBefore(last) ? first.plusDays(60) : last;
    int times = 1 + random.nextInt(5);
    for (int i = 0; i < times; i++) {
      String type = function.types().get(random.nextInt(function.types().size()));
      LocalDate until = i == 0 ? settled : last;
      if (notToday && !until.isBefore(scene.today())) {
        until = scene.today().minusDays(1);
      }
      out.accept(
          DraftAction.of(Timetable.between(first, until, random), person, type, function.name()));
    }
  }
}
