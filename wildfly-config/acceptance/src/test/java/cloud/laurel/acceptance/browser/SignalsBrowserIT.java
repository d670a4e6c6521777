package cloud.laurel.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Answer;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SystemChromium;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bureau's signals: from looking for them to the officer's note. */
@ExtendWith(FailureReport.class)
class SignalsBrowserIT {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** A ring, nights, withdrawals, an object, a device, a lockstep, a week. */
  private static final int FOUND = 7;

  private static final Duration SOON = Duration.ofSeconds(60);

  private static TestServer server;
  private static SystemChromium chromium;

  private final List<Visitor> visitors = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = TestServer.start("signals", Map.of());
    chromium = SystemChromium.start();
    TestRosters roster = TestRosters.demoSchool();
    for (int i = 3; i <= 9; i++) {
      roster.teacher("S-01", "T-00000" + i, "t" + i);
    }
    roster.post(server, "2026-01-01");
    LocalDate today = LocalDate.now(ZONE);
    TestCampaigns.post(server, "signals", today.minusDays(100), today.plusDays(60));
    Answer answer = server.api().post("platform", "actions", guilty());
    assertThat(answer.status()).isEqualTo(202);
    server.awaitSettled("signals");
  }

  /** One of everything that is looked for. */
  private static String guilty() {
    JsonArrayBuilder actions = Json.createArrayBuilder();
    LocalDate today = LocalDate.now(ZONE);
    for (int day = 2; day <= 9; day++) {
      LocalDate on = today.minusDays(day);
      actions.add(
          action("ring-" + day, "teacher.invited", "T-000003", on, "09:00")
              .add("counterparts", Json.createArrayBuilder().add("T-000004")));
      actions.add(
          action("back-" + day, "teacher.invited", "T-000004", on, "09:05")
              .add("counterparts", Json.createArrayBuilder().add("T-000003")));
      String night = day % 2 == 1 ? "23:57" : "00:03";
      actions.add(action("night-" + day, "activity.published", "T-000005", on, night));
      actions.add(action("up-" + day, "resource.uploaded", "T-000006", on, "10:00"));
      actions.add(
          action("down-" + day, "action.withdrawn", "platform", on, "11:00")
              .add("object", object("up-" + day, "课件")));
      for (int who = 7; who <= 9; who++) {
        for (String type : List.of("marks.created", "evaluation.completed")) {
          String id = "hand-" + type + day + who;
          actions.add(
              action(id, type, "T-00000" + who, on, "16:00:%02d".formatted(who * 5))
                  .add("attributes", Json.createObjectBuilder().add("device", "平板-5")));
        }
      }
    }
    for (int who = 1; who <= 9; who++) {
      String teacher = "T-00000" + who;
      actions.add(
          action("lesson-" + who, "lesson.prepared", teacher, today.minusDays(3), "14:0" + who)
              .add("object", object("L-1", "《荷塘月色》第一课时")));
    }
    addWeeks(actions, today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    return actions.build().toString();
  }

  /** Eight quiet weeks, and the one before the present one is not. */
  private static void addWeeks(JsonArrayBuilder actions, LocalDate monday) {
    for (int week = 2; week <= 9; week++) {
      LocalDate on = monday.minusWeeks(week);
      actions.add(action("quiet-" + week, "homework.assigned", "T-000001", on, "08:00"));
    }
    for (int day = 0; day < 5; day++) {
      LocalDate on = monday.minusWeeks(1).plusDays(day);
      for (int who = 1; who <= 9; who++) {
        String id = "busy-" + day + who;
        actions.add(action(id, "homework.assigned", "T-00000" + who, on, "0" + who + ":30"));
      }
    }
  }

  private static JsonObjectBuilder object(String id, String name) {
    return Json.createObjectBuilder().add("id", id).add("name", name);
  }

  private static JsonObjectBuilder action(
      String id, String type, String actor, LocalDate day, String time) {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("type", type)
        .add("actor", actor)
        .add("occurredAt", day.atTime(LocalTime.parse(time)).atZone(ZONE).toOffsetDateTime() + "");
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
  }

  @AfterEach
  void leave() {
    visitors.forEach(Visitor::close);
  }

  @Test
  void officerHasTheCampaignLookedThroughAndNotesWhatWasFound() {
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = officer.page();
    officer.signIn("/laurel/bureau/signals", "bureau");
    page.locator("#watchNow").click();
    Locator rows = page.locator("#signals tbody tr");
    assertThat(rows)
        .hasCount(FOUND, new LocatorAssertions.HasCountOptions().setTimeout(SOON.toMillis()));
    officer.open("/laurel/bureau");
    page.locator("#new-signals a").click();
    page.locator(".choices a[href*='INVITATION_RING']").click();
    assertThat(rows).hasCount(1);
    rows.first().locator("a").click();
    assertThat(page.locator("#evidence")).containsText("反复互相邀请");
    assertThat(page.locator("#rows tbody tr")).hasCount(16);
    page.locator("#rows tbody a").first().click();
    assertThat(page.locator("#account-ledger")).isVisible();
    page.goBack();
    page.locator("#lookAt").click();
    assertThat(page.locator("#history + .history li")).hasCount(1);
    page.locator("#note").fill("已电话了解，两位教师结对备课。");
    page.locator("#lookAt").click();
    assertThat(page.locator(".message.done")).isVisible();
    assertThat(page.locator("#history + .history .note")).hasText("已电话了解，两位教师结对备课。");
    officer.open("/laurel/bureau/signals?state=LOOKED_AT");
    assertThat(rows).hasCount(1);
    officer.assertNoErrors();
  }

  @Test
  void nobodyElseSeesSignals() {
    Visitor teacher = visitor("zh-CN", ColorScheme.LIGHT);
    teacher.signIn("/laurel/my", "teacher2");
    assertThat(teacher.page().locator(".nav a[href*='signals']")).hasCount(0);
    teacher.open("/laurel/bureau/signals");
    assertThat(teacher.page().locator("#signals")).hasCount(0);
  }

  @Test
  void signalsAreReadOverHttpByTheBureauOnly() {
    String path = "campaigns/signals/signals";
    assertThat(server.api().get("teacher1", path).status()).isEqualTo(403);
    assertThat(server.api().get("bureau", path + "?kind=RUMOUR").status()).isEqualTo(400);
    Answer answer = server.api().get("bureau", path + "?state=NEW&school=S-01&size=1");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"total\":", "\"rows\":[");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void pagesAreAccessibleAndFitAPhone(String language, ColorScheme scheme) {
    Visitor officer = visitor(language, scheme);
    Page page = officer.page();
    officer.signIn("/laurel/bureau/signals", "bureau");
    page.locator("#watchNow").click();
    assertThat(page.locator("#signals tbody tr"))
        .hasCount(FOUND, new LocatorAssertions.HasCountOptions().setTimeout(SOON.toMillis()));
    look(officer, scheme, "signals");
    List<String> addresses =
        page.locator("#signals tbody th a").all().stream()
            .map(a -> a.getAttribute("href"))
            .toList();
    for (int i = 0; i < addresses.size(); i++) {
      officer.open(addresses.get(i));
      look(officer, scheme, "signal-" + i);
    }
    officer.open(addresses.get(0) + "&problem=note");
    look(officer, scheme, "signal-problem");
    officer.open("/laurel/bureau/signals?school=nowhere");
    look(officer, scheme, "signals-empty");
    officer.open("/laurel/bureau");
    look(officer, scheme, "signals-desk");
  }

  private static void look(Visitor officer, ColorScheme scheme, String name) {
    assertThat(officer.page().locator("main h1")).hasCount(1);
    officer.assertAccessible();
    officer.assertFitsPhone();
    officer.assertNoErrors();
    officer.keep(scheme.name().toLowerCase(Locale.ROOT) + "-" + name);
  }

  private Visitor visitor(String language, ColorScheme scheme) {
    Visitor visitor = Visitor.of(server, chromium.browser(), language, scheme);
    visitors.add(visitor);
    return visitor;
  }
}
