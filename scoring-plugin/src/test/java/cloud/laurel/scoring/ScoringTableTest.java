package cloud.laurel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.store.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scoring table of the notice (annex 2, part 1), one case per line and variant, by hand. */
class ScoringTableTest {

  private static final Map<TestDatabase, Fixture> FIXTURES = new HashMap<>();

  private record Fixture(TestEngine engine, Campaign campaign) {}

  private static Fixture fixture(TestDatabase kind) {
    return FIXTURES.computeIfAbsent(
        kind,
        k -> {
          TestEngine engine = new TestEngine(k, "2020-12-20T00:00:00Z");
          TestRoster roster = new TestRoster().school("s1");
          for (int i = 0; i < 60; i++) {
            roster.administrators("s1", "admin" + i).teachers("s1", "teacher" + i);
          }
          engine.roster(roster.teachers("s1", "colleague"), "2020-09-01");
          return new Fixture(engine, engine.campaign());
        });
  }

  private static int next;

  @ParameterizedTest(name = "{0} {1} earns an administrator 10")
  @CsvSource({
    "年级管理, grade.created",
    "年级管理, grade.imported",
    "年级管理, grade.edited",
    "班级管理, class.created",
    "班级管理, class.imported",
    "班级管理, class.edited",
    "部门管理, department.created",
    "部门管理, department.imported",
    "部门管理, department.edited",
    "学年学期管理, term.created",
    "学年学期管理, term.edited",
    "学生管理, student.created",
    "学生管理, student.imported",
    "学生管理, student.edited",
    "家长管理, parent.created",
    "家长管理, parent.imported",
    "家长管理, parent.edited",
    "教职工管理, staff.created",
    "教职工管理, staff.imported",
    "教职工管理, staff.edited",
    "教师任课管理, teaching-assignment.created",
    "教师任课管理, teaching-assignment.imported",
    "教师任课管理, teaching-assignment.edited",
    "教材管理, textbook.added",
    "课程管理, course.created",
    "课程管理, course.edited"
  })
  void administratorsFunctionEarnsTenOnceInTheCampaign(String line, String type) {
    for (TestDatabase kind : TestDatabase.values()) {
      Fixture f = fixture(kind);
      String admin = "admin" + (next++ % 60);
      long before = f.engine.points(f.campaign, admin);
      f.engine.accept(
          f.engine.action(type, admin, "2020-12-05T10:00:00+08:00"),
          f.engine.action(type, admin, "2020-12-06T10:00:00+08:00"),
          f.engine.action(type, admin, "2020-12-16T10:00:00+08:00"));
      assertThat(f.engine.points(f.campaign, admin) - before).as(line).isEqualTo(10);
    }
  }

  @ParameterizedTest(name = "{0} {1} earns a teacher {2} a day")
  @CsvSource({
    "资源上传, resource.uploaded, 1",
    "备课, lesson.prepared, 3",
    "网络教研, research-group.created, 1",
    "网络教研, research-group.joined, 1",
    "作业管理, homework.assigned, 2",
    "成绩管理, marks.created, 2",
    "学生评价, evaluation.completed, 2",
    "通知公告, notice.published, 1",
    "活动发布, activity.published, 1",
    "邀请教师, teacher.invited, 2"
  })
  void teachersFunctionEarnsOnceADay(String line, String type, int points) {
    for (TestDatabase kind : TestDatabase.values()) {
      Fixture f = fixture(kind);
      String teacher = "teacher" + (next++ % 60);
      long before = f.engine.points(f.campaign, teacher);
      String[] counterparts =
          type.equals("teacher.invited") ? new String[] {"colleague"} : new String[0];
      f.engine.accept(
          f.engine.action(type, teacher, "2020-12-05T10:00:00+08:00", counterparts),
          f.engine.action(type, teacher, "2020-12-05T11:00:00+08:00", counterparts),
          f.engine.action(type, teacher, "2020-12-06T10:00:00+08:00", counterparts));
      assertThat(f.engine.points(f.campaign, teacher) - before).as(line).isEqualTo(2L * points);
    }
  }

  @ParameterizedTest(name = "{0} of 5 pupils with {1} earn {2}")
  @CsvSource({
    "1, course.studied, 0",
    "2, course.studied, 10",
    "3, course.studied, 20",
    "4, course.studied, 30",
    "5, course.studied, 30",
    "1, homework.completed, 0",
    "2, homework.completed, 10",
    "3, homework.completed, 20",
    "4, homework.completed, 30"
  })
  void pupilsShareOfAMonthEarnsItsTier(int participants, String type, int points) {
    for (TestDatabase kind : TestDatabase.values()) {
      TestEngine engine = new TestEngine(kind, "2020-12-20T00:00:00Z");
      engine.roster(
          new TestRoster()
              .school("s1")
              .pupils("s1", 3, "p1", "p2", "p3", "p4", "p5")
              .pupils("s1", 2, "young"),
          "2020-09-01");
      Campaign campaign = engine.campaign();
      for (int i = 1; i <= participants; i++) {
        engine.accept(
            engine.action(type, "p" + i, "2020-12-05T10:00:00+08:00"),
            engine.action(type, "p" + i, "2020-12-06T10:00:00+08:00"));
      }
      engine.accept(engine.action(type, "young", "2020-12-05T10:00:00+08:00"));
      assertThat(engine.school(campaign, "s1").months())
          .singleElement()
          .satisfies(
              m -> {
                assertThat(m.eligible()).isEqualTo(5);
                assertThat(m.points()).isEqualTo(points);
              });
    }
  }
}
