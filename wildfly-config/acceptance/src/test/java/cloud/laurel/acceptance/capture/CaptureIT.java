package cloud.laurel.acceptance.capture;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Condition;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.Pages;
import cloud.laurel.acceptance.fixture.SharedServer;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do in the demo platform earns points, whatever happens to the plugin meanwhile. */
@ExtendWith(FailureReport.class)
class CaptureIT {

  private static final String CAMPAIGN = "capture";
  private static final String TEACHER = "T-000001";
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration USUAL = Duration.ofSeconds(1);

  @ParameterizedTest
  @EnumSource(SharedServer.class)
  void everyFunctionOfTheTeachingSpaceIsScored(SharedServer database) {
    TestServer server = prepared(database);
    Pages space = Pages.signIn(server, "teaching-space", "teacher2");
    String group = chosen(space, "group-create", "group-join", "group");
    String homework = chosen(space, "homework", "homework-done", "homework");
    work(space, "resource", Map.of("title", "课件"));
    work(space, "lesson", Map.of("title", "春"));
    work(space, "group-join", Map.of("group", group));
    work(space, "marks", Map.of("title", "期中"));
    work(space, "evaluation", Map.of("pupil", "P-000001", "detail", "认真"));
    work(space, "notice", Map.of("title", "通知", "detail", "开会"));
    work(space, "activity", Map.of("title", "活动", "detail", "读书"));
    work(space, "invitation", Map.of("colleague", TEACHER));
    work(space, "study", Map.of("pupil", "P-000001", "title", "分数"));
    work(space, "homework-done", Map.of("pupil", "P-000002", "homework", homework));

    String account = "T-000002";
    Condition.await("all is journalled", SOON, () -> journal(server, account).size() == 10);
    assertThat(journal(server, account))
        .extracting(CaptureIT::verdict)
        .containsExactlyInAnyOrder(
            "resource.uploaded 1",
            "lesson.prepared 3",
            "research-group.created 1",
            "research-group.joined LIMIT_REACHED",
            "homework.assigned 2",
            "marks.created 2",
            "evaluation.completed 2",
            "notice.published 1",
            "activity.published 1",
            "teacher.invited 2");
    assertThat(journal(server, TEACHER))
        .extracting(CaptureIT::verdict)
        .contains("teacher.invited 2");
    Condition.await("pupils are journalled", SOON, () -> !journal(server, "P-000002").isEmpty());
    assertThat(journal(server, "P-000001"))
        .extracting(CaptureIT::type)
        .containsExactly("course.studied");
    assertThat(journal(server, "P-000002"))
        .extracting(CaptureIT::type)
        .containsExactly("homework.completed");
    assertThat(thisMonth(server)).containsExactly("1=20.0", "1=20.0");
  }

  @ParameterizedTest
  @EnumSource(SharedServer.class)
  void everyFunctionOfTheManagementCenterIsScored(SharedServer database) {
    TestServer server = prepared(database);
    Pages center = Pages.signIn(server, "management-center", "admin1");
    List<String> expected = new ArrayList<>();
    for (String kind :
        List.of(
            "grade",
            "class",
            "department",
            "term",
            "student",
            "parent",
            "staff",
            "teaching-assignment",
            "textbook",
            "course")) {
      String page = "function?kind=" + kind;
      center.submit(page, "create", Map.of("name", "甲" + kind, "note", ""));
      expected.add(kind + (kind.equals("textbook") ? ".added 10" : ".created 10"));
      String offers = center.open(page).body();
      if (offers.contains("id=\"import\"")) {
        center.submit(page, "import", Map.of("lines", "乙,1\n丙,2"));
        expected.add(kind + ".imported LIMIT_REACHED");
      }
      if (offers.contains("id=\"edit\"")) {
        String id = option(offers, "edit:chosen");
        center.submit(page, "edit", Map.of("chosen", id, "name", "丁", "note", ""));
        expected.add(kind + ".edited LIMIT_REACHED");
      }
    }

    assertThat(expected).hasSize(26);
    Condition.await("all is journalled", SOON, () -> journal(server, "A-000001").size() == 26);
    assertThat(journal(server, "A-000001"))
        .extracting(CaptureIT::verdict)
        .containsExactlyInAnyOrderElementsOf(expected);
    JsonObject standing =
        server.api().get("bureau", "campaigns/" + CAMPAIGN + "/accounts/A-000001").json();
    assertThat(standing.getInt("points")).isEqualTo(100);
  }

  @ParameterizedTest
  @EnumSource(SharedServer.class)
  void rolledBackActionEarnsNothing(SharedServer database) {
    TestServer server = prepared(database);
    Pages space = Pages.signIn(server, "teaching-space", "teacher1");
    long before = count(server, "lesson.prepared");
    long notices = count(server, "notice.published");
    space.submit("index", "fail", Map.of());
    // done after it and journalled: so the other one is not merely late
    work(space, "notice", Map.of("title", "后来", "detail", ""));
    Condition.await(
        "the notice is journalled", SOON, () -> count(server, "notice.published") == notices + 1);
    server.awaitSettled(CAMPAIGN);
    assertThat(count(server, "lesson.prepared")).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(SharedServer.class)
  void actionsWhileThePluginIsUndeployedAreScoredAfterwards(SharedServer database) {
    TestServer server = prepared(database);
    Pages space = Pages.signIn(server, "teaching-space", "teacher1");
    long before = count(server, "marks.created");
    server.undeploy();
    try {
      for (int i = 0; i < 5; i++) {
        assertThat(seconds(() -> work(space, "marks", Map.of("title", "测验")))).isLessThan(USUAL);
      }
      assertThat(server.api().get("bureau", "campaigns").status()).isEqualTo(404);
    } finally {
      server.deploy();
    }
    Condition.await("all is scored", SOON, () -> count(server, "marks.created") == before + 5);
    assertThat(journal(server, TEACHER)).extracting(CaptureIT::verdict).contains("marks.created 2");
  }

  @Test
  void actionsWhileLaurelsDatabaseIsAwayKeepTheirSpeedAndAreScoredLater() {
    TestServer server = prepared(SharedServer.POSTGRESQL);
    Pages space = Pages.signIn(server, "teaching-space", "teacher1");
    work(space, "activity", Map.of("title", "先前", "detail", ""));
    Condition.await("it is journalled", SOON, () -> count(server, "activity.published") > 0);
    long before = count(server, "activity.published");
    SharedServer.POSTGRESQL.postgres().blockLaurel();
    try {
      for (int i = 0; i < 20; i++) {
        assertThat(seconds(() -> work(space, "activity", Map.of("title", "其间", "detail", ""))))
            .isLessThan(USUAL);
      }
      assertThat(server.api().get("bureau", "campaigns").status()).isGreaterThanOrEqualTo(500);
      assertThat(server.outbox()).isEqualTo(20);
    } finally {
      SharedServer.POSTGRESQL.postgres().unblockLaurel();
    }
    Condition.await(
        "all is scored",
        Duration.ofMinutes(2),
        () -> count(server, "activity.published") == before + 20);
    server.awaitSettled(CAMPAIGN);
  }

  /** The demo's school and a running campaign, once for each server. */
  private static TestServer prepared(SharedServer database) {
    TestServer server = database.get();
    if (server.api().get("bureau", "campaigns/" + CAMPAIGN).status() == 404) {
      TestRosters.demoSchool().post(server, "" + LocalDate.now().minusDays(60));
      TestCampaigns.postRunning(server, CAMPAIGN);
    }
    return server;
  }

  private static void work(Pages space, String task, Map<String, String> fields) {
    space.submit("task?what=" + task, "work", fields);
  }

  /** Makes one and answers with the number under which another form offers it. */
  private static String chosen(Pages space, String make, String use, String list) {
    work(space, make, Map.of("title", "共用"));
    return option(space.open("task?what=" + use).body(), "work:" + list);
  }

  private static String option(String page, String list) {
    String offers = page.substring(page.indexOf("id=\"" + list + "\""));
    String first = offers.substring(offers.indexOf("<option value=\"") + 15);
    return first.substring(0, first.indexOf('"'));
  }

  private static Duration seconds(Runnable action) {
    long start = System.nanoTime();
    action.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static List<JsonObject> journal(TestServer server, String account) {
    String path = "campaigns/" + CAMPAIGN + "/accounts/" + account + "/actions?size=200";
    return server.api().get("bureau", path).rows().getValuesAs(JsonObject.class);
  }

  private static long count(TestServer server, String type) {
    return journal(server, TEACHER).stream().filter(row -> type(row).equals(type)).count();
  }

  private static String type(JsonObject row) {
    return row.getString("type");
  }

  private static String verdict(JsonObject row) {
    boolean counted = row.get("reason") == null || row.get("reason") == JsonValue.NULL;
    return type(row) + " " + (counted ? row.getInt("points") : row.getString("reason"));
  }

  private static List<String> thisMonth(TestServer server) {
    List<JsonObject> months =
        server
            .api()
            .get("bureau", "campaigns/" + CAMPAIGN + "/schools/S-01")
            .json()
            .getJsonObject("students")
            .getJsonArray("months")
            .getValuesAs(JsonObject.class);
    return months.get(months.size() - 1).getJsonArray("alternatives").stream()
        .map(JsonValue::asJsonObject)
        .map(a -> a.getInt("participants") + "=" + a.getString("rate"))
        .toList();
  }
}
