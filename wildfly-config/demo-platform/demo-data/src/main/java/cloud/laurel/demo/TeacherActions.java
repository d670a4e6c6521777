package cloud.laurel.demo;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Teachers prepare lessons, set homework and so on; a few of them every day, most now and then.
 *
 * <p>Two teachers of different schools, the {@link #STARS}, do the same on every day, so that the
 * ranking begins with a tie.
 */
final class TeacherActions {

  /** Which teacher of the first and of the second school leads the ranking. */
  private static final int STARS = 3;

  /** Per mille of actions that are tried a second time on the same day, over the daily limit. */
  private static final int REPEATS = 45;

  /** The teacher of the README does one of this many actions of the whole plan. */
  private static final int SIGNIN = 1_250;

  /** The teacher who moves does one of this many. */
  private static final int MOVER = 2_500;

  /** How much these two do on a day on which they do something. */
  private static final double STEADY = 2.2;

  /** What the two leaders do on each of their days. */
  private static final Set<TeacherWork.Kind> LEADING =
      EnumSet.of(TeacherWork.Kind.LESSON, TeacherWork.Kind.HOMEWORK, TeacherWork.Kind.EVALUATION);

  private final Scene scene;
  private final SplittableRandom random;
  private final TeacherWork work;
  private final Map<String, List<DemoPerson>> teachers;
  private final Map<String, Double> steady;
  private final Set<String> stars = new HashSet<>();

  TeacherActions(Scene scene) {
    this.scene = scene;
    this.random = new SplittableRandom(scene.seed(3));
    this.work = new TeacherWork(random);
    double total = scene.plan().total();
    this.steady = Map.of(DemoRoster.TEACHER, total / SIGNIN, scene.roster().mover(), total / MOVER);
    this.teachers = scene.roster().bySchool(DemoPerson::teaches);
    for (DemoSchool school : scene.roster().schools().subList(0, 2)) {
      stars.add(teachers.get(school.code()).get(STARS).id());
    }
  }

  /** Makes about as many as are wanted. */
  void make(int wanted, Consumer<DraftAction> out) {
    double expected = 0;
    for (DemoSchool school : scene.roster().schools()) {
      expected += (double) school.actionsPerTeacher() * school.teachers().registered();
    }
    double scale = wanted / expected;
    Timetable timetable = scene.timetable();
    for (DemoSchool school : scene.roster().schools()) {
      List<DemoPerson> colleagues = teachers.get(school.code());
      List<String> invitable = colleagues.stream().map(DemoPerson::id).filter(this::free).toList();
      for (DemoPerson teacher : colleagues) {
        if (stars.contains(teacher.id())) {
          lead(teacher, timetable, out);
        } else {
          double mean = mean(school, teacher) * scale;
          teach(teacher, mean, timetable, invitable, out);
        }
      }
    }
  }

  /** Whom an invitation may reach: not those whose points are meant to be as they are. */
  private boolean free(String id) {
    return !stars.contains(id) && !id.equals(DemoRoster.TEACHER);
  }

  /** How eager a teacher is: in every school a few do the most. */
  private double mean(DemoSchool school, DemoPerson teacher) {
    double dice = random.nextDouble();
    if (teacher.registered().isEmpty()) {
      return dice < 0.03 ? 2 : 0;
    }
    // the average of this factor is 1
    return school.actionsPerTeacher() * (0.35 + 2.6 * dice * dice * dice);
  }

  private void teach(
      DemoPerson teacher,
      double mean,
      Timetable timetable,
      List<String> colleagues,
      Consumer<DraftAction> out) {
    boolean fixed = teacher.id().equals(DemoRoster.TEACHER);
    double wanted = steady.getOrDefault(teacher.id(), mean);
    double perDay = steady.containsKey(teacher.id()) ? STEADY : Math.min(5.5, 1.3 + wanted / 60);
    double chance = Math.min(0.93, wanted / perDay / timetable.weight());
    for (LocalDate day : timetable.days()) {
      boolean rest = fixed && day.equals(scene.today());
      if (!rest && random.nextDouble() < chance * Timetable.weight(day)) {
        int kinds = Math.max(1, (int) (perDay - 0.5 + random.nextDouble() * 2));
        for (TeacherWork.Kind kind : work.someKinds(kinds)) {
          int times = random.nextInt(1000) < REPEATS ? 2 : 1;
          for (int i = 0; i < times; i++) {
            out.accept(work.action(teacher, kind, day, colleagues));
          }
        }
      }
    }
  }

  /** The same on the same days for both leaders, and nothing today. */
  private void lead(DemoPerson star, Timetable timetable, Consumer<DraftAction> out) {
    for (LocalDate day : timetable.days()) {
      boolean busy = day.getDayOfMonth() % 4 < scene.plan().leaderDays();
      if (busy && Timetable.working(day) && !day.equals(scene.today())) {
        LEADING.forEach(kind -> out.accept(work.action(star, kind, day, List.of())));
      }
    }
  }
}
