package cloud.laurel.demo;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * The schools' plans and trainings in one campaign, as many as the bulletin of 2021 counted: 60
 * plans, 33 schools with trainings. The people are made up, and so are their phones.
 */
final class DemoPlans {

  /** Schools that hand in a plan (bulletin-2021, section 2). */
  static final int PLANS = 60;

  /** Schools that train their people. */
  static final int TRAINED = 33;

  private static final String OFFICER = "bureau";

  /** The school whose administrator the README names: its plan waits for whoever looks around. */
  private static final String SHOWN = "S-01";

  private static final List<String> FEATURES =
      List.of(
          "以名师空间带动教研空间，形成“一课一空间”的备课方式。",
          "把校园读书活动搬进学习空间，班班有书单，人人有笔记。",
          "用空间连接家校，每周推送一次学习情况。",
          "利用“课程中心”的在线课程，开齐开全音乐、美术和科学课。",
          "小组在空间里合作学习，作业互评、成果共享。",
          "结合移动端开展移动备课和移动课堂。");

  private static final List<String> TOPICS =
      List.of("教学空间备课功能应用", "作业管理与成绩管理操作", "网络教研协作组的创建与使用", "学生评价功能应用", "资源上传与共享", "管理中心用户与班级管理");

  private static final List<String> PLACES = List.of("多媒体教室集中培训", "录播教室", "线上直播", "教研组内研修");

  private final Scene scene;
  private final Instant now;
  private final SplittableRandom random;
  private final Names names;
  private final Map<String, List<DemoPerson>> administrators;

  DemoPlans(Scene scene, Instant now) {
    this.scene = scene;
    this.now = now;
    this.random = new SplittableRandom(scene.seed(60));
    this.names = new Names(scene.seed(33));
    this.administrators = scene.roster().bySchool(DemoPerson::administers);
  }

  /** Everything as the import takes it. */
  JsonObject json() {
    List<DemoSchool> byEagerness =
        scene.roster().schools().stream()
            .sorted(
                Comparator.comparingInt(DemoSchool::actionsPerTeacher)
                    .thenComparingInt(DemoSchool::functionsDone)
                    .reversed()
                    .thenComparing(DemoSchool::code))
            .toList();
    Set<String> planned = codes(byEagerness, PLANS);
    Set<String> trained = codes(byEagerness, TRAINED);
    JsonArrayBuilder plans = Json.createArrayBuilder();
    JsonArrayBuilder trainings = Json.createArrayBuilder();
    int late = 0;
    for (DemoSchool school : scene.roster().schools()) {
      if (planned.contains(school.code())) {
        plans.add(plan(school, handedIn(school)));
      } else if (isPresent() && late++ < 2) {
        plans.add(plan(school, late == 1 ? returned() : List.of(event("SAVED", 20))));
      }
      if (trained.contains(school.code())) {
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
          trainings.add(training(school, i));
        }
      }
    }
    return Json.createObjectBuilder()
        .add("campaign", scene.campaign().code())
        .add("plans", plans)
        .add("trainings", trainings)
        .build();
  }

  private static Set<String> codes(List<DemoSchool> schools, int count) {
    return schools.stream().limit(count).map(DemoSchool::code).collect(Collectors.toSet());
  }

  /** Whether it is the campaign that is running. */
  private boolean isPresent() {
    return scene.plan() == Scene.Plan.PRESENT;
  }

  /** A few of the running campaign still wait for the bureau. */
  private List<JsonObjectBuilder> handedIn(DemoSchool school) {
    int day = 10 + random.nextInt(16);
    JsonObjectBuilder submitted = event("SUBMITTED", day);
    boolean waits = isPresent() && (school.code().equals(SHOWN) || random.nextInt(20) == 0);
    return waits
        ? List.of(submitted)
        : List.of(
            submitted, event("ACCEPTED", day + 1 + random.nextInt(4)).add("officer", OFFICER));
  }

  private List<JsonObjectBuilder> returned() {
    return List.of(
        event("SUBMITTED", 24),
        event("RETURNED", 26).add("officer", OFFICER).add("words", "日程没有写清负责人，请补充后重新提交。"));
  }

  /** Something that happened some days after the campaign began, on a working morning. */
  private JsonObjectBuilder event(String what, int day) {
    return Json.createObjectBuilder()
        .add("what", what)
        .add("at", at(scene.campaign().from().plusDays(day)));
  }

  private String at(LocalDate day) {
    Instant at =
        day.atTime(LocalTime.of(8 + random.nextInt(4), random.nextInt(60)))
            .atZone(DemoCampaign.ZONE)
            .toInstant();
    return (at.isAfter(now) ? now : at).atZone(DemoCampaign.ZONE).toOffsetDateTime().toString();
  }

  private JsonObjectBuilder plan(DemoSchool school, List<JsonObjectBuilder> happened) {
    JsonArrayBuilder events = Json.createArrayBuilder();
    happened.forEach(events::add);
    return Json.createObjectBuilder()
        .add("school", school.code())
        .add("account", administrator(school).id())
        .add("content", content(school))
        .add("events", events);
  }

  private DemoPerson administrator(DemoSchool school) {
    return administrators.get(school.code()).get(0);
  }

  private JsonObjectBuilder content(DemoSchool school) {
    String administrator = administrator(school).name().toString();
    int goal = Math.min(100, 90 + random.nextInt(10));
    return Json.createObjectBuilder()
        .add(
            "objectives",
            ("师生空间开通率均达到%d%%以上。\n教师每周至少利用空间备课、布置作业各一次。\n" + "三年级以上学生每月至少参加一次课程学习或完成一次作业。")
                .formatted(goal))
        .add("features", pick(FEATURES))
        .add("leader", names.next().toString())
        .add("leaderPhone", phone())
        .add("office", "教务处 " + names.next())
        .add("officePhone", phone())
        .add("administrator", administrator)
        .add("administratorPhone", phone())
        .add("schedule", schedule(administrator));
  }

  private JsonArrayBuilder schedule(String administrator) {
    LocalDate from = scene.campaign().from();
    return Json.createArrayBuilder()
        .add(step(from, from.plusDays(14), "更新师生数据和任教信息", administrator))
        .add(step(from.plusDays(15), from.plusDays(20), "召开动员会，部署方案", "教务处"))
        .add(step(from.plusDays(21), from.plusDays(50), "校本培训：" + pick(TOPICS), administrator))
        .add(step(from.plusDays(21), scene.campaign().to().minusDays(30), "师生常态化应用，每月小结", "各教研组"))
        .add(
            step(scene.campaign().to().minusDays(29), scene.campaign().to(), "总结经验，报送典型案例", "教务处"));
  }

  private static JsonObjectBuilder step(LocalDate from, LocalDate to, String item, String who) {
    return Json.createObjectBuilder()
        .add("from", from.toString())
        .add("to", to.toString())
        .add("item", item)
        .add("who", who);
  }

  private JsonObjectBuilder training(DemoSchool school, int number) {
    LocalDate day = scene.campaign().from().plusDays(16 + 30L * number + random.nextInt(14));
    LocalDate latest = scene.campaign().lastDay(scene.today()).minusDays(1);
    LocalDate held = day.isAfter(latest) ? latest : day;
    int people = school.teachers().registered();
    return Json.createObjectBuilder()
        .add("school", school.code())
        .add("account", administrator(school).id())
        .add("at", at(held.plusDays(1)))
        .add("from", held.toString())
        .add("topic", pick(TOPICS))
        .add("place", pick(PLACES))
        .add("participants", Math.max(3, people * (55 + random.nextInt(45)) / 100));
  }

  /** Numbers that nobody has. */
  private String phone() {
    return "0716-0000-%03d".formatted(random.nextInt(1000));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
