package cloud.laurel.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Pupils study courses and finish homework, at each school in some months more than in others, so
 * that the schools reach different tiers.
 */
final class PupilActions {

  private static final List<String> COURSES =
      List.of("安全教育：防溺水", "经典诵读：唐诗三十首", "心理健康：学会倾听", "科学小实验：水的三态", "数学思维：图形与推理", "英语口语：介绍我的家乡");

  private static final List<String> HOMEWORK =
      List.of("语文练习：课文朗读", "数学练习：单元测试", "英语练习：单词听写", "科学作业：观察日记");

  /** A school's use moves by up to this much, in per cent, from one month to the next. */
  private static final int WOBBLE = 9;

  private final Scene scene;
  private final SplittableRandom random;

  PupilActions(Scene scene) {
    this.scene = scene;
    this.random = new SplittableRandom(scene.seed(1));
  }

  /** Makes them all, also those of the running month that are still to come today. */
  void make(Consumer<DraftAction> out) {
    Map<String, List<DemoPerson>> pupils = scene.roster().bySchool(DemoPerson::eligiblePupil);
    List<YearMonth> months = scene.campaign().months(scene.today());
    for (DemoSchool school : scene.roster().schools()) {
      if (school.pupilUse() >= scene.plan().eagerFrom()) {
        for (int i = 0; i < months.size(); i++) {
          int rate = rate(school, i);
          boolean homeworkFirst = random.nextInt(4) == 0;
          for (DemoPerson pupil : pupils.get(school.code())) {
            study(pupil, rate, months.get(i), homeworkFirst, out);
          }
        }
      }
    }
  }

  /** Per cent of the registered pupils that take part in a month; it takes a while to catch on. */
  private int rate(DemoSchool school, int month) {
    int share = school.pupilUse() * scene.plan().pupilShare() / 100;
    int start = month == 0 ? 70 : 100;
    int wobble = random.nextInt(2 * WOBBLE + 1) - WOBBLE;
    return Math.max(0, Math.min(99, share * start / 100 + wobble));
  }

  private void study(
      DemoPerson pupil,
      int rate,
      YearMonth month,
      boolean homeworkFirst,
      Consumer<DraftAction> out) {
    // now and then a pupil works in somebody else's browser before having a space
    int chance = pupil.registered().isPresent() ? rate * 10 : 3;
    if (random.nextInt(1000) >= chance) {
      return;
    }
    one(pupil, month, homeworkFirst, out);
    if (random.nextInt(100) < scene.plan().homeworkShare()) {
      one(pupil, month, !homeworkFirst, out);
    }
  }

  private void one(DemoPerson pupil, YearMonth month, boolean homework, Consumer<DraftAction> out) {
    LocalDate last = month.atEndOfMonth();
    DraftAction action =
        DraftAction.of(
            Timetable.between(month.atDay(1), last, random),
            pupil,
            homework ? "homework.completed" : "course.studied",
            homework ? pick(HOMEWORK) : pick(COURSES));
    out.accept(action);
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
