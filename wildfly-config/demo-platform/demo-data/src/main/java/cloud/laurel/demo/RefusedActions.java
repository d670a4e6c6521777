package cloud.laurel.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A few actions that earn nothing, each for another reason, so that the reasons can be seen. */
final class RefusedActions {

  /** How far before the campaign an early action lies, in days. */
  static final int EARLY = 14;

  private static final int EACH = 40;

  private final Scene scene;
  private final SplittableRandom random;
  private final List<DemoPerson> people;

  RefusedActions(Scene scene) {
    this.scene = scene;
    this.random = new SplittableRandom(scene.seed(4));
    // the people of the README keep a history that can be explained line by line
    List<String> signins = List.of(DemoRoster.TEACHER, DemoRoster.ADMINISTRATOR);
    this.people =
        scene.roster().people().stream()
            .filter(p -> p.registered().isPresent() && !signins.contains(p.id()))
            .toList();
  }

  /** Makes them all. */
  void make(Consumer<DraftAction> out) {
    List<DemoPerson> teachers =
        people.stream().filter(p -> p.kind() == DemoPerson.Kind.TEACHER).toList();
    List<DemoPerson> administrators =
        people.stream().filter(p -> p.kind() == DemoPerson.Kind.ADMINISTRATOR).toList();
    List<DemoPerson> pupils =
        people.stream().filter(p -> p.kind() == DemoPerson.Kind.PUPIL).toList();
    LocalDate first = scene.campaign().from();
    LocalDate last = scene.campaign().lastDay(scene.today());
    for (int i = 0; i < EACH; i++) {
      one(teachers, "homepage.visited", "学校主页", first, last, out);
      one(teachers, "lesson.prepared", "教案", first.minusDays(EARLY), first.minusDays(1), out);
      one(teachers, "class.edited", "班级", first, last, out);
      one(administrators, "homework.assigned", "作业", first, last, out);
      one(pupils, "resource.uploaded", "课件", first, last, out);
    }
  }

  private void one(
      List<DemoPerson> actors,
      String type,
      String object,
      LocalDate first,
      LocalDate last,
      Consumer<DraftAction> out) {
    DemoPerson actor = actors.get(random.nextInt(actors.size()));
    out.accept(DraftAction.of(Timetable.between(first, last, random), actor, type, object));
  }
}
