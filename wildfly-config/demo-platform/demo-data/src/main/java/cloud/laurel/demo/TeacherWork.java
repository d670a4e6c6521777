package cloud.laurel.demo;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** The nine things of the notice's table that earn a teacher points, and what they are about. */
final class TeacherWork {

  private static final List<String> TEXTS =
      List.of(
          "《荷花》",
          "《观潮》",
          "《背影》",
          "分数的初步认识",
          "圆的面积",
          "一次函数",
          "Unit 3 My Friends",
          "光的折射",
          "长江三峡",
          "水的净化");

  private final SplittableRandom random;

  TeacherWork(SplittableRandom random) {
    this.random = random;
  }

  /** One line of the table, with how usual it is and how its object is called. */
  enum Kind {
    LESSON(30, "教案", "lesson.prepared"),
    HOMEWORK(20, "作业", "homework.assigned"),
    RESOURCE(15, "课件", "resource.uploaded"),
    EVALUATION(10, "课堂评价", "evaluation.completed"),
    NOTICE(8, "家长会通知", "notice.published"),
    MARKS(6, "单元成绩", "marks.created"),
    RESEARCH(5, "教研协作组", "research-group.joined", "research-group.created"),
    ACTIVITY(4, "读书活动", "activity.published"),
    INVITATION(2, "邀请参加活动", "teacher.invited");

    private final int weight;
    private final String object;
    private final List<String> types;

    Kind(int weight, String object, String... types) {
      this.weight = weight;
      this.object = object;
      this.types = List.of(types);
    }
  }

  /** Different kinds, the usual ones more often. */
  Set<Kind> someKinds(int wanted) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    while (kinds.size() < Math.min(wanted, Kind.values().length - 1)) {
      kinds.add(someKind());
    }
    return kinds;
  }

  private Kind someKind() {
    int dice = random.nextInt(100);
    for (Kind kind : Kind.values()) {
      dice -= kind.weight;
      if (dice < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("the weights do not add up to 100");
  }

  /** One action at some time of the day; {@code colleagues} are whom it may invite. */
  DraftAction action(DemoPerson teacher, Kind kind, LocalDate day, List<String> colleagues) {
    String type = kind.types.get(random.nextInt(8) == 0 ? kind.types.size() - 1 : 0);
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    boolean aboutText = kind == Kind.LESSON || kind == Kind.HOMEWORK || kind == Kind.RESOURCE;
    return new DraftAction(
        Timetable.at(day, random),
        teacher.id(),
        type,
        aboutText ? text + kind.object : kind.object,
        kind == Kind.INVITATION ? invited(teacher, colleagues) : List.of(),
        kind == Kind.RESOURCE
            ? Map.of("kilobytes", 40 + random.nextInt(9000), "format", "pptx")
            : Map.of());
  }

  private List<String> invited(DemoPerson teacher, List<String> colleagues) {
    int wanted = 1 + random.nextInt(3);
    Set<String> invited = new TreeSet<>();
    for (int i = 0; i < wanted; i++) {
      invited.add(colleagues.get(random.nextInt(colleagues.size())));
    }
    invited.remove(teacher.id());
    return List.copyOf(invited);
  }
}
